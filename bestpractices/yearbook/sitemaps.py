"""Published year books for search engines."""

from __future__ import annotations

from wagtail.models import Site

from bestpractices.yearbook.models import YearBook
from cms.sharing.sitemaps import Chunk, chunks, is_regions_own


def yearbooks(site: Site, root: str) -> list[Chunk]:
    """Every book that visitors may read."""
    if not is_regions_own(site):
        return []
    books = YearBook.objects.published().with_school().order_by("-year", "pk")
    return chunks((root + book.get_absolute_url(), None) for book in books)
