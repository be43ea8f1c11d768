"""Public mentors for search engines."""

from __future__ import annotations

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from mentoring.bank.models import Mentor


class MentorSitemap(Sitemap):
    """Everybody who is public today."""

    changefreq = "weekly"

    def items(self) -> QuerySet[Mentor]:
        return Mentor.objects.public(timezone.localdate()).order_by("pk")

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """At the host of a branch nothing: mentors have one address each, on the region's site."""
        host = str(getattr(site, "domain", "")).partition(":")[0]
        if Site.objects.filter(hostname=host, is_default_site=False).exists():
            return []
        return super().get_urls(page, site, protocol)

    def location(self, item: Mentor) -> str:
        return item.get_absolute_url()
