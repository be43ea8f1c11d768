"""News and events as structured data (schema.org): nothing that the page itself does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from cms.appearance.centre import current_centre

if TYPE_CHECKING:
    from cms.news.models import EventPage, NewsPage

ONLINE = "https://schema.org/OnlineEventAttendanceMode"
OFFLINE = "https://schema.org/OfflineEventAttendanceMode"
MIXED = "https://schema.org/MixedEventAttendanceMode"


def news_json_ld(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """A ``NewsArticle``."""
    changed = page.last_published_at or page.first_published_at
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.lead,
            "url": page.full_url,
            "datePublished": page.day.isoformat(),
            "dateModified": changed.isoformat() if changed else "",
            "inLanguage": "ru",
            "publisher": _publisher(),
        }
    )


def event_json_ld(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    """An ``Event``: in a place, by video, or both."""
    places = []
    if page.place:
        places.append({"@type": "Place", "name": page.place, "address": page.place})
    if page.video_url:
        places.append({"@type": "VirtualLocation", "url": page.video_url})
    mode = MIXED if len(places) == 2 else ONLINE if page.video_url else OFFLINE
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": page.title,
            "description": page.lead,
            "url": page.full_url,
            "startDate": page.starts_at.isoformat(),
            "endDate": page.ends_at.isoformat() if page.ends_at else "",
            "eventAttendanceMode": mode,
            "location": places,
            "organizer": _publisher(),
            "inLanguage": "ru",
        }
    )


def _publisher() -> dict[str, str]:
    return {"@type": "Organization", "name": current_centre().name}


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
