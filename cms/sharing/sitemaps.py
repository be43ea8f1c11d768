"""Pages for search engines: only what every visitor may read now."""

from __future__ import annotations

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Site
from wagtail.query import PageQuerySet

from cms.pages.publicness import public_pages


class PageSitemap(Sitemap):
    """The public pages of the site that is asked."""

    def items(self) -> PageQuerySet:
        """Without the branches that have a host, and so a sitemap, of their own."""
        pages = public_pages(super().items())
        root = self.get_wagtail_site().root_page
        for site in Site.objects.exclude(root_page=root).select_related("root_page"):
            if site.root_page.is_descendant_of(root):
                pages = pages.not_descendant_of(site.root_page, inclusive=True)
        return pages
