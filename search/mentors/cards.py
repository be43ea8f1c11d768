"""Hits as the cards of the list, with the found words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.appearance.pieces import MentorCard
from search.interface import Hit, Matched
from search.language.highlight import mark

_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_MARKED = "<mark>"
_TEXTS = ("name", "subjects", "about", "place", "takes")


def cards(hits: Iterable[Hit], matched: Matched, today: date) -> Iterator[MentorCard]:
    """The cards in the order of the hits."""
    return (card(hit.card, matched, today) for hit in hits)


def card(stored: Mapping[str, Any], matched: Matched, today: date) -> MentorCard:
    """One card; where no word of it was found, it says which sentence was."""
    texts = [stored[field] for field in _TEXTS]
    has_mark = False
    if matched.stems or matched.names:
        texts = [mark(text, matched) for text in texts]
        has_mark = any(_MARKED in text for text in texts)
    name, subjects, about, place, takes = texts
    return MentorCard(
        name=name,
        url=stored["url"],
        subjects=subjects,
        about=about,
        place=place,
        takes=takes,
        why="" if has_mark else _why(stored["story"], matched),
        places_free=stored["free"],
        places_total=stored["total"],
        places_words=stored["places"],
        format=stored["meetings"],
        confirmed=_confirmed(stored["confirmed"], today.year),
    )


def _why(story: str, matched: Matched) -> SafeString | str:
    """The first sentence of what the mentor tells in which a word was found."""
    if not matched.stems:
        return ""
    marked = (mark(sentence, matched) for sentence in _SENTENCES.split(story))
    return next((sentence for sentence in marked if _MARKED in sentence), "")


@lru_cache(maxsize=1024)
def _confirmed(iso: str, this_year: int) -> str:
    """«Подтверждено 14 ноября», with the year where it is another one."""
    day = date.fromisoformat(iso)
    words = date_format(day, "j E" if day.year == this_year else "j E Y")
    return _("Подтверждено %(day)s") % {"day": words}
