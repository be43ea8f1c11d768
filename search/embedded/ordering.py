"""Pages: an order is walked shelf by shelf until the page is full, so a deep page costs no more than the first."""

from collections.abc import Iterable, Sequence

from pyroaring import BitMap

from search.embedded import rows
from search.embedded.state import ORDERS_KEPT, KeptShelf, State, numbers_of, trimmed


def page(
    state: State, groups: Sequence[tuple[int, BitMap]], sort: str, start: int, length: int
) -> list[tuple[int, int]]:
    """(number, score) of the hits from `start` on: the groups in their order, each in the order of the sort."""
    found: list[tuple[int, int]] = []
    for score, members in groups:
        size = len(members)
        if start >= size:
            start -= size
            continue
        found += ((number, score) for number in _slice(state, members, sort, start, length - len(found)))
        if len(found) >= length:
            break
        start = 0
    return found


def _slice(state: State, members: BitMap, sort: str, start: int, length: int) -> list[int]:
    found: list[int] = []
    whole = members is state.everything
    for shelf in state.shelves[sort]:
        size = len(shelf.numbers) if whole else members.intersection_cardinality(shelf.numbers)
        if start >= size:
            start -= size
            continue
        here = _in_order(state, shelf) if whole else _only(members, _in_order(state, shelf))
        found += here[start : start + length - len(found)]
        if len(found) >= length:
            break
        start = 0
    return found


def _only(members: BitMap, numbers: Iterable[int]) -> list[int]:
    return [number for number in numbers if number in members]


def _in_order(state: State, shelf: KeptShelf) -> Sequence[int]:
    numbers = state.orders.get(shelf.id)
    if numbers is None:
        state.reads += 1
        numbers = numbers_of(rows.shelf_numbers(shelf.id))
        trimmed(state.orders, ORDERS_KEPT - 1)
        state.orders[shelf.id] = numbers
    return numbers
