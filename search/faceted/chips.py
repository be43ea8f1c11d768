"""The chosen conditions, each a link that takes it away."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.appearance.pieces import Chip
from search.faceted.address import Search
from search.faceted.catalogue import Facet, Vocabulary


def chips(search: Search, vocabulary: Vocabulary, base: str) -> list[Chip]:
    """One chip for each chosen value, in the order of the facets."""
    return [
        Chip(value_words(facet, code, search, vocabulary), search.without(facet.name, vocabulary, code).url(base))
        for facet in search.catalogue.facets
        for code in search.chosen.get(facet.name, ())
    ]


def value_words(facet: Facet, code: str, search: Search, vocabulary: Vocabulary) -> str:
    """A value that is understood without its facet: «Ключевской», «Высшая категория», «Стаж 11–20 лет»."""
    return facet.chip_label(facet.values(vocabulary, search.chosen).get(code, code))


def condition_words(name: str, search: Search, vocabulary: Vocabulary) -> str:
    """A whole condition: the values of one facet, or the "text"."""
    if name == "text":
        return _("слова «%(text)s»") % {"text": search.text}
    facet = search.catalogue.facet(name)
    codes = search.chosen.get(name, ())
    if facet.full is not None:
        return ", ".join(facet.full(vocabulary, code) for code in codes)
    return ", ".join(value_words(facet, code, search, vocabulary) for code in codes)
