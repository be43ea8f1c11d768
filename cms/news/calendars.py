"""Events as a calendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from icalendar import Calendar, Event

from cms.sharing.kept import kept
from cms.sharing.moments import changed_at

if TYPE_CHECKING:
    from cms.news.models import EventPage

#: An event without an end takes an hour in a calendar.
USUAL = timedelta(hours=1)


def calendar_response(request: HttpRequest, name: str, filename: str, events: Iterable[EventPage]) -> HttpResponseBase:
    """The events as an ICS file to save or to subscribe to; who has it already hears 304."""
    calendar = Calendar()
    calendar.add("prodid", "-//Duet//Events//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for event in events:
        calendar.add_component(_event(event))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return kept(request, response)


def _event(page: EventPage) -> Event:
    event = Event()
    event.add("uid", str(page.translation_key))
    changed = changed_at(page).astimezone(UTC)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", page.starts_at.astimezone(UTC))
    event.add("dtend", (page.ends_at or page.starts_at + USUAL).astimezone(UTC))
    event.add("summary", page.title)
    event.add("description", page.lead)
    event.add("location", page.place or page.video_url)
    event.add("url", page.full_url or "")
    return event
