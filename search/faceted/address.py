"""The whole state of a search in its address: read from any input, written in one canonical way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from search.faceted.catalogue import SIZES, Catalogue, Chosen, Vocabulary
from search.interface import RELEVANCE, Query
from search.interface.query import LAST_PAGE
from search.language.sanitise import MAX_LENGTH, MAX_WORDS, clean, clean_code

#: A value longer than this is no code; the rest of an absurd list is never looked at.
MAX_VALUES = 500


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody asks for, in values that exist: every combination of them has exactly one address."""

    text: str = ""
    chosen: Chosen = field(default_factory=dict)
    exact: bool = False
    sort: str = RELEVANCE
    page: int = 1
    size: int = SIZES[0]
    catalogue: Catalogue = field(kw_only=True, compare=False, repr=False)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Names and values of the canonical address: a fixed order, only what differs from the default."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet.name, code) for facet in self.catalogue.facets for code in self.chosen.get(facet.name, ())]
        if self.exact and self.text:
            pairs.append(("exact", "1"))
        if self.sort != self.catalogue.default_order:
            pairs.append(("sort", self.sort))
        if self.size != self.catalogue.sizes[0]:
            pairs.append(("size", str(self.size)))
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return pairs

    def url(self, base: str) -> str:
        """The canonical address under the page's own one."""
        query = urlencode(self.pairs)
        return f"{base}?{query}" if query else base

    @property
    def conditions(self) -> int:
        """How many conditions narrow the search: facets that are in use, and the text."""
        return len(self.chosen) + bool(self.text)

    def query(self) -> Query:
        """The question to the engine; a facet that needs another is offered, and so counted, only with it."""
        offered = (facet for facet in self.catalogue.facets if not facet.needs or self.chosen.get(facet.needs))
        return Query(
            text=self.catalogue.asked(self.text),
            filters={**self.chosen, **self.catalogue.scope},
            literal=self.exact,
            sort=self.sort,
            page=self.page,
            page_size=self.size,
            counts=tuple(facet.name for facet in offered),
        )

    def with_text(self, text: str, exact: bool = False) -> Search:
        """The same search for other words, from the first page."""
        return replace(self, text=text, exact=exact and bool(text), page=1)

    def with_chosen(self, vocabulary: Vocabulary, **codes: tuple[str, ...]) -> Search:
        """The same search with these values in these facets, from the first page."""
        return replace(self, chosen=_known({**self.chosen, **codes}, vocabulary, self.catalogue), page=1)

    def without(self, condition: str, vocabulary: Vocabulary, code: str | None = None) -> Search:
        """The same search without one value, one facet, or the "text"."""
        if condition == "text":
            return self.with_text("")
        kept = tuple(one for one in self.chosen.get(condition, ()) if code is not None and one != code)
        return self.with_chosen(vocabulary, **{condition: kept})

    def without_conditions(self) -> Search:
        """The same words with nothing chosen in any facet."""
        return replace(self, chosen={}, page=1)

    def reset(self) -> Search:
        """Neither words nor conditions; order and page size stay."""
        return replace(self, text="", chosen={}, exact=False, page=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """An address that was read: the search, what was left out of it in words, and whether it is written canonically."""

    search: Search
    notices: tuple[str, ...]
    is_canonical: bool


def read(params: QueryDict, catalogue: Catalogue, vocabulary: Vocabulary) -> Reading:
    """Any query string as a search; what cannot be understood becomes the default, never an error."""
    raw_text = params.get("q", "")
    given = {facet.name: _codes(params.getlist(facet.name)) for facet in catalogue.facets}
    chosen = _known(given, vocabulary, catalogue)
    search = Search(
        text=clean(raw_text),
        chosen=chosen,
        exact=params.get("exact") == "1" and bool(clean(raw_text)),
        sort=next((sort for sort in catalogue.orders if sort == params.get("sort")), catalogue.default_order),
        page=_number(params.get("page")),
        size=next((size for size in catalogue.sizes if str(size) == params.get("size")), catalogue.sizes[0]),
        catalogue=catalogue,
    )
    written = [(name, value) for name, values in params.lists() for value in values]
    return Reading(search, tuple(_notices(raw_text, given, search, vocabulary)), written == search.pairs)


def _codes(values: list[str]) -> tuple[str, ...]:
    codes = dict.fromkeys(clean_code(value) for value in values[:MAX_VALUES])
    return tuple(code for code in codes if code)


def _known(given: Chosen, vocabulary: Vocabulary, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in catalogue.facets:  # districts come before their organisations
        codes = facet.clean(given.get(facet.name, ()), vocabulary, chosen)
        if codes:
            chosen[facet.name] = codes
    return chosen


def _notices(
    raw_text: str, given: Mapping[str, tuple[str, ...]], search: Search, vocabulary: Vocabulary
) -> Iterator[str]:
    if len(raw_text) > MAX_LENGTH or len(raw_text.split()) > MAX_WORDS:
        yield _("Запрос длинный, поэтому искали по первым %(number)s словам.") % {"number": MAX_WORDS}
    for facet in search.catalogue.facets:
        dropped = set(given[facet.name]) - set(search.chosen.get(facet.name, ()))
        # Taking a district away takes its organisations along: nothing to say about that.
        if any(facet.elsewhere is None or code not in facet.elsewhere(vocabulary) for code in dropped):
            yield str(facet.unknown)


def _number(value: str | None) -> int:
    try:
        return max(1, min(LAST_PAGE, int(value or "1")))
    except ValueError:
        return 1
