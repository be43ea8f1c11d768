"""The cycle of the year for search engines."""

from __future__ import annotations

from django.urls import reverse
from wagtail.models import Site

from cms.sharing.sitemaps import Chunk, chunks, is_regions_own


def year(site: Site, root: str) -> list[Chunk]:
    """The one page, on the region's own site."""
    return chunks([(root + reverse("cyclogram"), None)]) if is_regions_own(site) else []
