"""A question to an engine, safe by construction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from search.language.sanitise import clean, clean_code

RELEVANCE = "relevance"
MAX_PAGE_SIZE = 100
MAX_CODES = 400  # chosen values in one facet; a region has 334 organisations
LAST_PAGE = 1_000_000

#: Chosen codes by facet.
Filters = Mapping[str, tuple[str, ...]]
NO_FILTERS: Filters = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asks for; whatever is put in, what comes out is safe for every engine and never raises.

    `filters`: codes by facet; inside a facet any of them is enough (OR), between facets all count (AND). A code that
    the index does not know matches nothing, the other chosen codes of its facet still count; a facet of unknown
    codes alone therefore finds nothing. A facet that the schema does not know is left out.
    `literal`: take the words as they are typed, without mending errors or the keyboard layout.
    `sort`: `RELEVANCE` or the name of a declared order. `page` counts from 1.
    `counts`: facets to count, None for all of them.
    """

    text: str = ""
    filters: Filters = field(default_factory=dict)
    literal: bool = False
    sort: str = RELEVANCE
    page: int = 1
    page_size: int = 20
    counts: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "text", clean(self.text))
        put(self, "filters", {name: codes for name, values in self.filters.items() if (codes := _codes(values))})
        put(self, "page", _between(self.page, 1, LAST_PAGE, 1))
        put(self, "page_size", _between(self.page_size, 1, MAX_PAGE_SIZE, 20))


def _codes(values: Iterable[Any]) -> tuple[str, ...]:
    known = dict.fromkeys(clean_code(value) for value in values)
    known.pop("", None)
    return tuple(known)[:MAX_CODES]


def _between(value: Any, low: int, high: int, default: int) -> int:
    try:
        return max(low, min(high, int(value)))
    except (TypeError, ValueError, OverflowError):
        return default
