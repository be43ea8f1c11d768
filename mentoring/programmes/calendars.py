"""The cyclogram as a calendar that a phone or a mail programme can subscribe to (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from mentoring.programmes.cyclogram import Deed
from mentoring.school_years import school_year_of

if TYPE_CHECKING:
    from icalendar import Event

#: How often a subscribed calendar asks again.
REFRESH = timedelta(days=1)


def calendar_feed(guid: UUID, name: str, deeds: Iterable[Deed], changed: datetime, url: str) -> bytes:
    """An ICS file of whole-day events; a line keeps its UID through the year, so a later start moves it.

    ``changed`` is the last change of the programme: the same state gives the same bytes.
    """
    from icalendar import Calendar  # imported by the few processes that are asked for a calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Duet//Cyclogram//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for deed in deeds:
        calendar.add_component(_event(guid, deed, changed, url))
    return calendar.to_ical()


def _event(guid: UUID, deed: Deed, changed: datetime, url: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{guid}-{school_year_of(deed.begins).start}-{deed.row.code}")
    event.add("dtstamp", changed.astimezone(UTC))
    event.add("dtstart", deed.begins)
    event.add("dtend", deed.ends + timedelta(days=1))
    event.add("summary", str(deed.row.activity))
    event.add("description", str(deed.row.result))
    event.add("url", url)
    event.add("transp", "TRANSPARENT")
    return event
