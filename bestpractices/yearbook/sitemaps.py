"""Published year books for search engines."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from bestpractices.yearbook.models import YearBook


class YearBookSitemap(Sitemap):
    """Every book that visitors may read."""

    changefreq = "yearly"

    def items(self) -> QuerySet[YearBook]:
        return YearBook.objects.published().with_school().order_by("-year", "pk")
