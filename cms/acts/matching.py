"""Acts, drafts too, by a citation as it is typed: what the index of the site does for visitors, for choosers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from cms.acts.asking import asked, kept, told_by
from cms.acts.querysets import number_condition
from cms.lists.conditions import pattern_of
from cms.lists.lookups import has_word
from cms.lists.reading import readers

if TYPE_CHECKING:
    from cms.acts.models import ActPage

TOLD = ("title", "official_title", "issuer", "issuer_short", "number", "date", "kind")


def act_condition(question: str, path: str = "") -> Q:
    """A condition on acts, or on what leads to them by ``path``: each word tells the act, else its number begins so."""
    found = cited(question)
    return Q(**{f"{path}pk__in": found}) if found else number_condition(question, path)


def cited(question: str) -> list[int]:
    """The primary keys of those acts of which every word of the question tells."""
    from cms.acts.models import ActPage

    patterns = [pattern_of(word) for word in readers.read(asked(question))]
    if not patterns:
        return []
    told = ((act.pk, _told(act)) for act in ActPage.objects.only(*TOLD).order_by().iterator(chunk_size=500))
    return [pk for pk, text in told if all(has_word(text, pattern) for pattern in patterns)]


def _told(act: ActPage) -> str:
    return kept(f"{act.title}\n{act.official_title}\n{told_by(act)}")
