"""When an event is, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.pages.publicness import public_pages

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
    #: For the middle of the sheet: the day with its year, and the programme if visitors may read it.
    full_when: str
    programme_title: str
    programme_url: str


def event_words(
    event: EventPage, now: datetime, request: HttpRequest | None = None, *, with_programme: bool = False
) -> EventWords:
    """The words of an event as of ``now``; its programme costs a query, so that lists do without."""
    begin = timezone.localtime(event.starts_at)
    wanted = with_programme and event.programme_id
    programme = public_pages(Page.objects.filter(pk=event.programme_id)).first() if wanted else None
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
        full_when=when_words(event.starts_at, event.ends_at, None),
        programme_title=programme.title if programme else "",
        programme_url=(programme.get_url(request) or "") if programme else "",
    )


def when_words(starts_at: datetime, ends_at: datetime | None, now: datetime | None) -> str:
    """«25 ноября, среда, 15:00–16:30»; the year is said where it is not this one, and always without ``now``."""
    begin = timezone.localtime(starts_at)
    end = timezone.localtime(ends_at) if ends_at else None
    pattern = "j\u00a0E, l" if now and begin.year == timezone.localtime(now).year else "j\u00a0E Y\u00a0года, l"
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
