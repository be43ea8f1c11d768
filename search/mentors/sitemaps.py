"""Public mentors for search engines."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.utils import timezone

from mentoring.bank.models import Mentor


class MentorSitemap(Sitemap):
    """Everybody who is public today."""

    changefreq = "weekly"

    def items(self) -> QuerySet[Mentor]:
        return Mentor.objects.public(timezone.localdate()).order_by("pk")

    def location(self, item: Mentor) -> str:
        return item.get_absolute_url()
