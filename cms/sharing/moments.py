"""When a page appeared and changed, for files that must stay equal while it does: the hour of asking never counts."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.utils import timezone

#: For a page that nobody can date. Older than every page, so that such a one stands last.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
#: The hour that a page with a day of its own appears at.
MORNING = time(9)


def published_at(page: Any) -> datetime:
    """When visitors could first read the page; news say a day of their own."""
    day = getattr(page, "day", None)
    if day is not None:
        return timezone.make_aware(datetime.combine(day, MORNING))
    found: datetime | None = page.first_published_at or page.last_published_at or page.latest_revision_created_at
    return found or UNDATED


def changed_at(page: Any) -> datetime:
    """When what visitors read changed last."""
    found: datetime | None = page.last_published_at or page.first_published_at or page.latest_revision_created_at
    return found or UNDATED
