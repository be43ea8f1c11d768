"""The facets of the site search and of the rooms' lists."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from cms.pages.facets import PageFacet
from search.faceted.catalogue import Facet
from search.faceted.districts import DISTRICT
from search.site.schema import room_facets

KIND_FACET = Facet(
    "kind",
    _("Вид материала"),
    lambda vocabulary, chosen: vocabulary.kinds,
    _("Такого вида материалов нет, условие убрано."),
    (_("вид"), _("вида"), _("видов")),
    _("Название вида"),
    long=True,
)
YEAR = Facet(
    "year",
    _("Год"),
    lambda vocabulary, chosen: vocabulary.years,
    _("За такой год ничего нет, условие убрано."),
    (_("год"), _("года"), _("лет")),
    _("Год, например 2024"),
    long=True,
    in_order=True,
    chip=_("%(value)s год"),
)
COMMON = {facet.name: facet for facet in (KIND_FACET, DISTRICT, YEAR)}


@lru_cache(maxsize=128)
def facet_named(name: str) -> Facet:
    """A facet of every list, or one that a room declared."""
    return COMMON.get(name) or _of_room(room_facets()[name])


def _of_room(facet: PageFacet) -> Facet:
    name = facet.name
    return Facet(
        name,
        facet.label,
        lambda vocabulary, chosen: vocabulary.values[name],
        facet.unknown,
        facet.forms,
        facet.search_label,
        long=facet.long,
        chip=facet.chip,
        is_folded=facet.is_folded,
    )
