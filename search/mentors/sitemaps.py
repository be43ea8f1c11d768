"""Public mentors for search engines, stored until the index hears of a change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Site

from cms.sharing.sitemaps import Chunk, chunks, is_regions_own
from mentoring.bank.models import Mentor
from search.embedded import rows
from search.freshness import aside

#: A day: the key changes with the date, because consents and confirmations end by it.
STORED = 24 * 60 * 60


def mentors(site: Site, root: str) -> Sequence[Chunk]:
    """Everybody who is public today; at the host of a branch nobody: mentors have one address each.

    While a change waits to be indexed, or could not be, nothing stored counts: nobody is named longer than allowed.
    """
    if not is_regions_own(site):
        return []
    today, head = timezone.localdate(), rows.head()
    if head is None or head.pending or aside.count():
        return _built(root, today)
    key = f"sitemap.mentors.{root}.{today}.{head.sequence}.{head.token}"
    stored: Sequence[Chunk] | None = cache.get(key)
    if stored is None:
        stored = _built(root, today)
        cache.set(key, stored, STORED)
    return stored


def _built(root: str, today: date) -> list[Chunk]:
    names = Mentor.objects.public(today).order_by("pk").only("pk", "last_name", "first_name", "patronymic")
    return chunks((root + mentor.get_absolute_url(), None) for mentor in names)
