"""What the section «Новости и события» shows: coming events first, then news; shelves and pages by the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode

from cms.appearance.pieces import PageLink, Pager, page_window
from cms.news.enums import Shelf
from cms.news.words import EventWords, event_words
from cms.territories.models import Municipality
from cms.wording import counted

if TYPE_CHECKING:
    from cms.news.models import EventPage, NewsIndexPage, NewsPage

PER_PAGE = 12
#: How many coming events stand above the news where nothing is chosen.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of news, or an event with its ``event`` words."""

    title: str
    url: str
    lead: str
    day: str
    place: str
    event: EventWords | None = None


@dataclass(frozen=True, slots=True)
class ShelfLink:
    """A shelf of the section."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class NewsList:
    """The page of the section, ready to be printed."""

    shelves: tuple[ShelfLink, ...]
    coming: tuple[Line, ...]
    lines: tuple[Line, ...]
    pager: Pager | None
    shelf: Shelf
    calendar_url: str


def news_list(index: NewsIndexPage, request: HttpRequest) -> NewsList:
    """Read the address and gather what it asks for; an unknown shelf or page is the first one."""
    from cms.news.models import EventPage, NewsPage

    asked = request.GET.get("vid", "")
    shelf = Shelf(asked) if asked in Shelf.values else Shelf.ALL
    now = timezone.now()
    events = EventPage.objects.readable().of_branch(index.municipality)
    news = NewsPage.objects.readable().of_branch(index.municipality).latest_first()
    listed = {Shelf.COMING: events.coming(now), Shelf.PAST: events.past(now)}.get(shelf, news)
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    base = index.get_url(request) or ""
    ahead = events.coming(now)[:AHEAD] if shelf is Shelf.ALL and page.number == 1 else []
    return NewsList(
        shelves=tuple(ShelfLink(str(one.label), _address(base, one), one is shelf) for one in Shelf),
        coming=tuple(event_line(event, request, index.municipality) for event in ahead),
        lines=tuple(_line(thing, request, index.municipality) for thing in page),
        pager=_pager(page, base, shelf),
        shelf=shelf,
        calendar_url=base + "kalendar/",
    )


def news_line(page: NewsPage, request: HttpRequest, here: Municipality | None) -> Line:
    """A piece of news; its municipality is named where the list is not that municipality's own."""
    day = date_format(page.day, "j\u00a0E Y")
    return Line(page.title, page.get_url(request) or "", page.lead, day, _elsewhere(page.municipality, here))


def event_line(page: EventPage, request: HttpRequest, here: Municipality | None) -> Line:
    """An event."""
    words = event_words(page, timezone.now(), request)
    place = _elsewhere(page.municipality, here)
    return Line(page.title, page.get_url(request) or "", page.lead, words.when, place, words)


def _line(page: NewsPage | EventPage, request: HttpRequest, here: Municipality | None) -> Line:
    from cms.news.models import EventPage

    return event_line(page, request, here) if isinstance(page, EventPage) else news_line(page, request, here)


def _elsewhere(municipality: Municipality | None, here: Municipality | None) -> str:
    return "" if municipality is None or municipality == here else municipality.name


def _address(base: str, shelf: Shelf, page: int = 1) -> str:
    pairs = ([("vid", shelf.value)] if shelf.value else []) + ([("page", str(page))] if page > 1 else [])
    return f"{base}?{urlencode(pairs)}" if pairs else base


def _pager(page: object, base: str, shelf: Shelf) -> Pager | None:
    paginator = page.paginator  # type: ignore[attr-defined]
    number = page.number  # type: ignore[attr-defined]
    if paginator.num_pages < 2:
        return None
    links = tuple(
        n and PageLink(n, _address(base, shelf, n), n == number) for n in page_window(number, paginator.num_pages)
    )
    return Pager(
        summary=counted(paginator.count, "запись", "записи", "записей"),
        pages=tuple(link or None for link in links),
        previous_url=_address(base, shelf, number - 1) if number > 1 else "",
        next_url=_address(base, shelf, number + 1) if number < paginator.num_pages else "",
    )
