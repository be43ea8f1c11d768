"""What is offered while somebody types: subjects, directions, schools, districts, then people."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.wording import counted
from search.interface import Engine
from search.mentors.schema import KIND
from search.mentors.sentence import MENTORS

LIMIT = 8
#: A single letter begins too many words to help anybody.
SHORTEST = 2

GROUPS: dict[str, str | Promise] = {
    "subject": _("предмет"),
    "direction": _("направление"),
    "organisation": _("организация"),
    "district": _("район"),
    "name": _("наставник"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: the words to search for, what they are, and how many they find."""

    text: str
    group: str
    found: str


def suggestions(engine: Engine, typed: str) -> list[Offer]:
    """The offers for these first letters; none for fewer than SHORTEST."""
    if len(typed) < SHORTEST:
        return []
    return [
        Offer(one.text, str(GROUPS.get(one.group, "")), "" if one.group == "name" else counted(one.total, *MENTORS))
        for one in engine.suggest(KIND, typed, LIMIT)
    ]
