"""What is offered while somebody types: subjects, directions, schools, districts, then people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.wording import counted
from search.faceted.suggesting import Offer
from search.interface import Suggestion
from search.mentors.sentence import MENTORS

GROUPS: dict[str, str | Promise] = {
    "subject": _("предмет"),
    "direction": _("направление"),
    "organisation": _("организация"),
    "district": _("район"),
    "name": _("наставник"),
}


def suggestions(found: Iterable[Suggestion]) -> Iterator[Offer]:
    """The offers that say these suggestions."""
    for one in found:
        total = "" if one.group == "name" else counted(one.total, *MENTORS)
        yield Offer(one.text, str(GROUPS.get(one.group, "")), total)
