"""The facets beside the results: values with their counts, in the order in which people look for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.utils.translation import gettext as _

from cms.appearance.pieces import Facet as FacetPiece
from cms.appearance.pieces import Option
from cms.wording import counted
from search.faceted.address import Search
from search.faceted.catalogue import Facet, Vocabulary

#: Values of a long facet that stand open; those that are chosen are always among them.
FIRST = 6

Counts = Mapping[str, Mapping[str, int]]


def panel(search: Search, vocabulary: Vocabulary, counts: Counts, base: str) -> list[FacetPiece]:
    """Every facet that has values now; the organisations appear with the first chosen district."""
    facets = search.catalogue.facets
    pieces = (_piece(facet, search, vocabulary, counts.get(facet.name, {}), base) for facet in facets)
    return [piece for piece in pieces if piece.options]


def _piece(facet: Facet, search: Search, vocabulary: Vocabulary, counts: Mapping[str, int], base: str) -> FacetPiece:
    chosen = search.chosen.get(facet.name, ())
    options = [
        Option(code, label, counts.get(code, 0), code in chosen)
        for code, label in facet.values(vocabulary, search.chosen).items()
    ]
    if facet.long and not facet.in_order:
        options.sort(key=_chosen_then_count)  # stable: equal counts keep the order of names
    folded = len(options) - max(FIRST, len(chosen)) if facet.long else 0
    label, search_label, forms = _words(facet)
    return FacetPiece(
        name=facet.name,
        label=label,
        options=tuple(options),
        is_open=not facet.is_folded or bool(chosen),
        first=FIRST if facet.long else len(options),
        more=_("Ещё %(values)s") % {"values": counted(folded, *forms)} if folded > 0 else "",
        search_label=search_label,
        reset_url=search.without(facet.name, vocabulary).url(base) if chosen else "",
    )


@lru_cache(maxsize=256)
def _words(facet: Facet) -> tuple[str, str, tuple[str, str, str]]:
    """Label, words of the search inside, and noun forms: gettext is asked once, the site has one language."""
    one, few, many = facet.forms
    return str(facet.label), str(facet.search_label), (str(one), str(few), str(many))


def _chosen_then_count(option: Option) -> tuple[bool, int]:
    return not option.checked, -option.count
