"""What is offered while somebody types: subjects, directions, schools, districts, then people."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.wording import counted
from search.faceted.suggesting import LIMIT, Offer
from search.interface import Engine
from search.mentors.schema import KIND
from search.mentors.sentence import MENTORS

GROUPS: dict[str, str | Promise] = {
    "subject": _("предмет"),
    "direction": _("направление"),
    "organisation": _("организация"),
    "district": _("район"),
    "name": _("наставник"),
}


def suggestions(engine: Engine, typed: str) -> Iterator[Offer]:
    """The offers for these first letters."""
    for one in engine.suggest(KIND, typed, LIMIT):
        found = "" if one.group == "name" else counted(one.total, *MENTORS)
        yield Offer(one.text, str(GROUPS.get(one.group, "")), found)
