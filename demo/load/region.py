"""Loads the whole region once."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from cms.territories.models import Municipality, Region
from cms.wording import counted, grouped
from demo.load.accounts import load_accounts
from demo.load.mentors import load_mentors
from demo.load.pairs import load_pairs
from demo.load.portraits import load_portraits
from demo.load.territories import load_territories
from demo.municipalities import REGION_CODE
from demo.parts import load_parts
from demo.region import build_region
from mentoring.bank.enums import IN_PAIRS
from mentoring.bank.models import Mentor
from mentoring.reference.seeding import seed_reference

Say = Callable[[str], None]


class ForeignDataError(Exception):
    """The database holds another region: the invented one is not mixed into it."""


def is_loaded() -> bool:
    """Whether the invented region stands in the database; it is loaded whole or not at all."""
    return Region.objects.filter(code=REGION_CODE).exists()


def load_region(today: date, say: Say = lambda message: None) -> bool:
    """Load the region as of ``today``; False if it is there already, and then nothing is changed.

    ``say`` hears in Russian what is done; ``ForeignDataError`` if the database holds other people's data.
    """
    if is_loaded():
        return False
    if Municipality.objects.exists() or Mentor.objects.exists():
        raise ForeignDataError
    demo = build_region(today)
    with transaction.atomic():
        seed_reference()
        municipalities, organisations = load_territories(demo)
        say(counted(len(municipalities), "муниципалитет", "муниципалитета", "муниципалитетов"))
        say(counted(len(organisations), "организация", "организации", "организаций"))
        mentors = load_mentors(demo, organisations)
        say(counted(len(mentors), "наставник", "наставника", "наставников"))
        shown = grouped(Mentor.objects.public(today).count())
        say(f"из них посетители видят {shown}: остальные – кандидаты, младше 18, без согласия или давно не отвечали")
        say(counted(load_portraits(demo, mentors), "портрет", "портрета", "портретов"))
        load_pairs(demo, mentors, organisations)
        pairs = sum(pair.kind in IN_PAIRS for pair in demo.pairs)
        groups = len(demo.pairs) - pairs
        say(f"{counted(pairs, 'пара', 'пары', 'пар')} и {counted(groups, 'группа', 'группы', 'групп')}")
        load_accounts(demo, municipalities)
        load_parts(today, say)
    return True
