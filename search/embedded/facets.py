"""Filters and counts: OR inside a facet, AND between, each facet counted without its own filter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyroaring import BitMap

from search.embedded.state import State


@dataclass(frozen=True, slots=True)
class Filtered:
    """The conditions of a query as sets: the text (None: no text) and one union for each chosen facet."""

    everything: BitMap
    text: BitMap | None
    chosen: Mapping[str, BitMap]

    def without(self, *left_out: str) -> BitMap:
        """Documents that meet all conditions but these ("text" or names of facets)."""
        sets = [members for name, members in self.chosen.items() if name not in left_out]
        if self.text is not None and "text" not in left_out:
            sets.append(self.text)
        if not sets:
            return self.everything
        return sets[0] if len(sets) == 1 else BitMap.intersection(*sets)

    def hits(self) -> BitMap:
        """Documents that meet all conditions."""
        return self.without()


def narrowed(state: State, text: BitMap | None, filters: Mapping[str, Sequence[str]]) -> Filtered:
    """The conditions of these filters; facets that the schema does not know are left out."""
    chosen = {}
    for name, codes in filters.items():
        if name in state.facets:
            known = [bitmap for code in codes if (bitmap := state.facets[name].get(code)) is not None]
            chosen[name] = known[0] if len(known) == 1 else BitMap.union(*known) if known else BitMap()
    return Filtered(state.everything, text, chosen)


def counts(state: State, filtered: Filtered, facets: Iterable[str]) -> dict[str, Mapping[str, int]]:
    """For each of these facets the number of documents of each code under all other conditions."""
    found: dict[str, Mapping[str, int]] = {}
    hits: BitMap | None = None
    for name in facets:
        if name in filtered.chosen:
            scope = filtered.without(name)
        else:
            scope = hits = hits if hits is not None else filtered.hits()
        if scope is state.everything:
            found[name] = state.totals[name]
        else:
            found[name] = _counted(state, name, scope)
    return found


def _counted(state: State, facet: str, scope: BitMap) -> Mapping[str, int]:
    codes = state.facets[facet]
    if not scope:
        return dict.fromkeys(codes, 0)
    column = state.column(facet)
    if column is not None and (few := column.counts(scope)) is not None:
        return few
    size = scope.intersection_cardinality
    return {code: size(bitmap) for code, bitmap in codes.items()}
