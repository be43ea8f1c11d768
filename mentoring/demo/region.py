"""The whole invented region, built from nothing but a date."""

from datetime import date

from mentoring.demo.accounts import ACCOUNTS
from mentoring.demo.cast import with_cast
from mentoring.demo.dice import stream
from mentoring.demo.mentors import build_mentors
from mentoring.demo.municipalities import build_municipalities
from mentoring.demo.organisations import build_organisations
from mentoring.demo.pairs import build_pairs
from mentoring.demo.people.people import Registry
from mentoring.demo.shapes import DemoRegion


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
