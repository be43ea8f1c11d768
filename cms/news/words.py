"""When an event is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from cms.news.models import EventPage

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class EventWords:
    """What the page and the list of events say."""

    when: str
    day: str
    month: str
    time: str
    place: str
    is_online: bool
    is_over: bool
    audience: str
    calendar_url: str


def event_words(event: EventPage, now: datetime, request: HttpRequest | None = None) -> EventWords:
    """The words of an event as of ``now``."""
    begin = timezone.localtime(event.starts_at)
    return EventWords(
        when=when_words(event.starts_at, event.ends_at, now),
        day=str(begin.day),
        month=date_format(begin, "E"),
        time=f"{begin:%H:%M}",
        place=event.place or _("видеовстреча"),
        is_online=bool(event.video_url),
        is_over=(event.ends_at or event.starts_at) < now,
        audience=", ".join(event._meta.get_field("audience").labels(event.audience)),
        calendar_url=(event.get_url(request) or "") + "kalendar/",
    )


def when_words(starts_at: datetime, ends_at: datetime | None, now: datetime) -> str:
    """«25 ноября, среда, 15:00–16:30»; the year is said where it is not this one."""
    begin = timezone.localtime(starts_at)
    end = timezone.localtime(ends_at) if ends_at else None
    pattern = "j\u00a0E, l" if begin.year == timezone.localtime(now).year else "j\u00a0E Y\u00a0года, l"
    day = date_format(begin, pattern).lower()
    if end is None:
        return f"{day}, {begin:%H:%M}"
    if end.date() == begin.date():
        return f"{day}, {begin:%H:%M}–{end:%H:%M}"
    return _("%(begin)s, %(time)s – %(end)s") % {
        "begin": day,
        "time": f"{begin:%H:%M}",
        "end": date_format(end, "j\u00a0E, H:i"),
    }
