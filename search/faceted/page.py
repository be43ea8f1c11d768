"""Everything that a search page says, ready for the templates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from cms.appearance.pieces import Chip, Facet, Pager
from cms.wording import grouped
from search.engines import get_engine
from search.faceted.address import Search
from search.faceted.catalogue import Vocabulary
from search.faceted.chips import chips
from search.faceted.nothing import Nothing, Way, nothing
from search.faceted.paging import SortOption, pager, sort_options
from search.faceted.panel import panel
from search.faceted.told import TextWords, as_read, text_words
from search.interface import Correction, Engine, Result


@dataclass(frozen=True, slots=True)
class Words:
    """The line under the search box: which words were really searched, and the link to the other way."""

    used: str
    typed: str
    other_url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page of one search; `nothing` stands in place of the cards where there are none."""

    search: Search
    total: int
    headline: str
    description: str
    announcement: str
    notices: tuple[str, ...]
    reserve: str
    mended: Words | None
    offered: Words | None
    literal: Words | None
    told: TextWords
    chips: list[Chip]
    facets: list[Facet]
    cards: list[Any]
    card_template: str
    pager: Pager
    sorts: list[SortOption]
    nothing: Nothing | None
    also: list[Way]
    above: Any
    above_template: str
    reset_url: str
    filters_words: str
    show_words: str
    canonical: str
    is_indexed: bool

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form carries along unseen."""
        return [pair for pair in self.search.pairs if pair[0] in {"exact", "size"}]


def build(search: Search, notices: tuple[str, ...], vocabulary: Vocabulary, base: str) -> SearchPage:
    """Ask the engine and say everything about its answer."""
    engine, catalogue = get_engine(), search.catalogue
    result = engine.search(catalogue.kind, search.query())
    used = catalogue.readable(result.correction.used) if result.correction else ""
    shown = replace(search, page=result.page)
    read = as_read(search, result, vocabulary)
    used = used if read is search else ""
    above = catalogue.above(engine, shown, result.total, vocabulary) if catalogue.above else None
    return SearchPage(
        search=shown,
        total=result.total,
        headline=catalogue.voice.headline(result.total, read, vocabulary, used),
        description=catalogue.voice.description(result.total, read, vocabulary, used),
        announcement=above.announcement if above else catalogue.voice.announcement(result.total),
        notices=notices,
        reserve=_reserve(result),
        mended=_mended(search, result.correction, base),
        offered=_offered(search, result.offer, base),
        literal=Words(search.text, search.text, search.with_text(search.text).url(base)) if search.exact else None,
        told=text_words(engine, search, read, result, vocabulary, base),
        chips=chips(read, vocabulary, base),
        facets=panel(search, vocabulary, result.facets, base),
        cards=catalogue.cards(result),
        card_template=catalogue.card_template,
        pager=pager(shown, result, base),
        sorts=sort_options(search),
        nothing=None if result.total else _nothing(engine, read, result, vocabulary, base, above),
        also=catalogue.also(engine, search, result, vocabulary, base) if catalogue.also else [],
        above=above,
        above_template=catalogue.above_template,
        reset_url=search.without_conditions().url(base),
        filters_words=_filters_words(search),
        show_words=_("Показать %(total)s") % {"total": grouped(result.total)},
        canonical=shown.url(base),
        is_indexed=_is_indexed(shown, result),
    )


def _nothing(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str, above: Any) -> Nothing:
    found = nothing(engine, search, result, vocabulary, base)
    return replace(found, title=_("Среди страниц сайта больше ничего не нашлось"), lead="") if above else found


def _reserve(result: Result) -> str:
    """Why the answer may have taken longer than usual; nothing is missing in it."""
    return (
        _("Поиск работает в запасном режиме: результаты полные, ответ чуть медленнее.") if result.from_reserve else ""
    )


def _mended(search: Search, correction: Correction | None, base: str) -> Words | None:
    if correction is None:
        return None
    return Words(
        search.catalogue.readable(correction.used), search.text, search.with_text(search.text, exact=True).url(base)
    )


def _offered(search: Search, offer: Correction | None, base: str) -> Words | None:
    if offer is None:
        return None
    used = search.catalogue.readable(offer.used)
    return Words(used, search.text, search.with_text(used).url(base))


def _filters_words(search: Search) -> str:
    number = sum(map(len, search.chosen.values()))
    return _("Условия (%(number)s)") % {"number": number} if number else _("Условия")


def _is_indexed(search: Search, result: Result) -> bool:
    """Only what somebody may look for by name: the whole list, one district, one subject; not their combinations."""
    catalogue = search.catalogue
    is_plain = search.size == catalogue.sizes[0] and search.sort == catalogue.default_order
    first = not search.text and search.page == 1 and sum(map(len, search.chosen.values())) <= 1
    return catalogue.is_indexed and is_plain and first and result.total > 0
