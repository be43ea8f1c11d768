"""Found pages as the cards of a list, with the found words marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from cms.appearance.pieces import PageCard
from cms.pages.listing import Beside
from search.interface import Matched, Result
from search.language.highlight import mark

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_MARKED = "<mark>"
#: A sentence of an official paper may fill a page.
LONGEST = 300


def page_cards(result: Result) -> list[PageCard]:
    """The cards of a mixed list: each names its kind."""
    return [card(hit.card, result.matched, with_kind=True) for hit in result.hits]


def listed_cards(result: Result, beside: Beside | None = None) -> list[PageCard]:
    """The cards of a list whose heading says what it lists, with what the list itself knows ``beside`` the index."""
    told = beside([hit.id for hit in result.hits]) if beside and result.hits else {}
    cards = ((hit.id, card(hit.card, result.matched, with_kind=False)) for hit in result.hits)
    return [replace(one, more={**one.more, **told[page]}) if page in told else one for page, one in cards]


def card(stored: Mapping[str, Any], matched: Matched, *, with_kind: bool) -> PageCard:
    """One card; where no word of it was found, it says which sentence was."""
    title, lead, *facts = (mark(text, matched) for text in (stored["title"], stored["lead"], *stored["facts"]))
    has_mark = any(_MARKED in text for text in (title, lead, *facts))
    return PageCard(
        title=title,
        url=stored["url"],
        lead=lead,
        kind=stored["kind"] if with_kind else "",
        facts=tuple(facts),
        place="" if stored["place"] in stored["title"] else stored["place"],
        day=_day(stored["day"]),
        why="" if has_mark else _why(stored["story"], matched),
        more=stored["more"],
    )


def _why(story: str, matched: Matched) -> SafeString | str:
    if not matched.stems and not matched.names:
        return ""
    sentences = (sentence for sentence in _SENTENCES.split(story) if len(sentence) <= LONGEST)
    return next((marked for sentence in sentences if _MARKED in (marked := mark(sentence, matched))), "")


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j E Y") if iso else ""
