"""A page and its copies: in the region's lists one of them stands for all (decision 0018)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from wagtail.models import Page

from cms.pages.findable import Related
from cms.pages.publicness import public_pages

_OF_A_FAMILY = (
    "SELECT id FROM wagtailcore_page WHERE translation_key = {value} "
    "UNION SELECT page_id FROM bestpractices_republication WHERE origin_id = {value}"
)
_OF_A_COPY = (
    "SELECT inner_page.id FROM wagtailcore_page AS inner_page "
    "JOIN bestpractices_republication AS copy ON copy.origin_id = inner_page.translation_key "
    "WHERE copy.page_id = {value} "
    "UNION SELECT other.page_id FROM bestpractices_republication AS other "
    "JOIN bestpractices_republication AS copy ON copy.origin_id = other.origin_id WHERE copy.page_id = {value}"
)
_OF_HIDDEN_COPIES = (
    "SELECT inner_page.id FROM wagtailcore_page AS inner_page "
    "JOIN bestpractices_republication AS copy ON copy.origin_id = inner_page.translation_key "
    "JOIN wagtailcore_page AS copy_page ON copy_page.id = copy.page_id "
    "JOIN wagtailcore_page AS top_page ON substr(copy_page.path, 1, length(top_page.path)) = top_page.path "
    "WHERE top_page.id = {value}"
)
#: A copy that comes, goes or moves alters what stands for its family: the original and all its copies are found anew.
FAMILY = (
    Related("bestpractices.Republication", column="origin_id", sql=_OF_A_FAMILY),
    Related("wagtailcore.Page", sql=_OF_A_COPY, when=("live", "path", "expire_at")),
    Related("wagtailcore.PageViewRestriction", column="page", sql=_OF_HIDDEN_COPIES),
)


def represented(pages: Sequence[Page]) -> set[int]:
    """Those of the pages for which another one stands in the region's lists."""
    from bestpractices.republication.models import Republication

    copied = dict(
        Republication.objects.filter(page__in=[page.pk for page in pages]).values_list("page_id", "origin_id")
    )
    origins = {page.pk: copied.get(page.pk, page.translation_key) for page in pages}
    faces = _faces(origins.values())
    return {pk for pk, origin in origins.items() if faces.get(origin, pk) != pk}


def _faces(origins: Iterable[UUID]) -> dict[UUID, int]:
    """By origin, the page that stands for a copied family: the region's copy, else the original, else the oldest."""
    from bestpractices.republication.models import Republication

    copies = Republication.objects.readable().of_origins(origins).order_by("taken_on", "pk")
    found = list(copies.values_list("origin_id", "page_id", "page__municipality_id"))
    originals = public_pages(Page.objects.filter(translation_key__in={origin for origin, *_rest in found}))
    return {
        **{origin: page for origin, page, _place in reversed(found)},
        **dict(originals.values_list("translation_key", "pk")),
        **{origin: page for origin, page, place in reversed(found) if place is None},
    }
