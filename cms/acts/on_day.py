"""The answer to «что действовало на дату»."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cms.acts.citing import short_citation
from cms.acts.dates import AskedDay
from cms.acts.editions import Edition, editions, line_of
from cms.acts.graph import ActGraph
from cms.acts.known import KnownActs
from cms.acts.pieces import ActLink, EditionWords, OnDay
from cms.acts.timeline import timeline
from cms.acts.words import edition_words, long_date, years_words

if TYPE_CHECKING:
    from cms.acts.models import ActPage


def on_day(act: ActPage, graph: ActGraph, known: KnownActs, asked: AskedDay, today: date) -> OnDay:
    """Which act of the line, in which wording, was in force on the day; the picture shows all of them."""
    begins = {pk: day for pk, day in known.begins().items() if pk in line_of(act.pk, graph)}
    found = editions(begins, graph, known.ends())
    totals = Counter(edition.act for edition in found)
    current = next((edition for edition in reversed(found) if edition.covers(asked.day)), None)
    lines = tuple(
        EditionWords(
            number,
            _edition_name(edition, known, totals),
            known.link(edition.act).url,
            years_words(edition.starts, edition.ends),
            edition is current,
        )
        for number, edition in enumerate(found, 1)
    )
    words, link = _answer(current, known, totals, asked)
    return OnDay(asked, words, link, lines, timeline(found, asked.day, today))


def _edition_name(edition: Edition, known: KnownActs, totals: Counter[int]) -> str:
    wording = edition_words(edition.number, totals[edition.act])
    return " ".join(word for word in (short_citation(known.acts[edition.act]), wording) if word)


def _answer(
    current: Edition | None, known: KnownActs, totals: Counter[int], asked: AskedDay
) -> tuple[str, ActLink | None]:
    day = long_date(asked.day)
    if current is None:
        return _("На %(day)s ни один акт этого ряда не действовал.") % {"day": day}, None
    link = known.link(current.act)
    wording = edition_words(current.number, totals[current.act])
    return _("На %(day)s действует") % {"day": day}, ActLink(
        " ".join(word for word in (link.text, wording) if word), link.url
    )
