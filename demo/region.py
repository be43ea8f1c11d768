"""The whole invented region, built from nothing but a date."""

from datetime import date

from demo.accounts import ACCOUNTS
from demo.cast import with_cast
from demo.dice import stream
from demo.mentors import build_mentors
from demo.municipalities import build_municipalities
from demo.organisations import build_organisations
from demo.pairs import build_pairs
from demo.people.people import Registry
from demo.shapes import DemoRegion


def build_region(today: date) -> DemoRegion:
    """The region as it stands on the day; the same day gives the same region, on every supported Python."""
    municipalities = build_municipalities()
    organisations = build_organisations(municipalities)
    registry = Registry(stream("people"))
    drawn = build_mentors(municipalities, organisations, registry, today)
    kinds = {organisation.code: organisation.kind for organisation in organisations}
    mentors = tuple(with_cast(drawn, kinds, today))
    pairs = build_pairs(mentors, registry, today)
    return DemoRegion(today, municipalities, organisations, mentors, pairs, ACCOUNTS)
