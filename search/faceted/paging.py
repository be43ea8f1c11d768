"""Pages of the results, page sizes and orders, each with the address that leads to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext

from cms.appearance.pieces import PageLink, Pager, page_window
from cms.wording import grouped
from search.faceted.address import Search
from search.interface import Result


@dataclass(frozen=True, slots=True)
class SortOption:
    """One order of the list."""

    value: str
    label: str
    is_current: bool


def sort_options(search: Search) -> list[SortOption]:
    """The orders to choose from."""
    orders, first, wordless = search.catalogue.orders, search.catalogue.default_order, search.catalogue.wordless
    if search.text or wordless not in orders:
        return [SortOption(name, str(label), name == search.sort) for name, label in orders.items()]
    others = [(name, label) for name, label in orders.items() if name not in (first, wordless)]
    return [
        SortOption(first, str(orders[wordless]), search.sort in (first, wordless)),
        *(SortOption(name, str(label), name == search.sort) for name, label in others),
    ]


def pager(search: Search, result: Result, base: str) -> Pager:
    """The pager of this answer; `result.page` is the page that is really shown."""
    first = (result.page - 1) * search.size + 1
    last = min(first + search.size - 1, result.total)
    return Pager(
        summary=_summary(first, last, result.total) if result.total else "",
        pages=tuple(
            PageLink(number, _page_url(search, number, base), number == result.page) if number else None
            for number in page_window(result.page, result.pages)
        ),
        previous_url=_page_url(search, result.page - 1, base) if result.page > 1 else "",
        next_url=_page_url(search, result.page + 1, base) if result.page < result.pages else "",
        sizes=_sizes(search, result, base),
    )


def _summary(first: int, last: int, total: int) -> str:
    numbers = {"first": grouped(first), "last": grouped(last), "total": grouped(total)}
    return gettext("%(first)s–%(last)s из %(total)s") % numbers


def _sizes(search: Search, result: Result, base: str) -> tuple[PageLink, ...]:
    sizes = search.catalogue.sizes
    if result.total <= sizes[0]:
        return ()
    return tuple(PageLink(size, replace(search, size=size, page=1).url(base), size == search.size) for size in sizes)


def _page_url(search: Search, number: int, base: str) -> str:
    return replace(search, page=number).url(base)
