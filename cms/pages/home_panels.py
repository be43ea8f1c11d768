"""What the region's first page and the homes of municipalities show, room by room.

A room registers a panel in its ``AppConfig.ready``::

    from cms.pages.home_panels import HomePanel, PanelPlace, Width, register_home_panel

    def duet_of_the_month(request: HttpRequest, home: Home) -> HomePanel | None:
        duet = Duet.objects.of_month(timezone.localdate(), home.municipality)     # None: the whole region
        if duet is None:
            return None                                                          # nothing to show, no heading either
        return HomePanel(_("Дуэт месяца"), "duets/home_panel.html", duet_words(duet), all_url, _("Все дуэты"))

    register_home_panel(PanelPlace("duet", 100, duet_of_the_month))

The template finds what it prints as ``words``; the heading and the link beside it are printed around it. Orders in use:
100 duet of the month, 200 new practices (``Width.WIDE``), 210 this month's deadlines (``Width.NARROW``), 300 news
(``Width.WIDE``), 310 events (``Width.NARROW``), 400 the region in numbers, 500 the map. A wide and a narrow panel that
follow each other stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Protocol

from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.models import Page

from cms.freshness.making import bare, is_remembering, made_of
from cms.freshness.memory import once_a_version
from cms.territories.models import Municipality


class Home(Protocol):
    """A page that has panels: the region's first page, whose municipality is None, or the home of a municipality."""

    @property
    def municipality(self) -> Municipality | None: ...

    def get_url(self, request: HttpRequest | None = None) -> str | None: ...


class Width(Enum):
    """How much of the page a panel takes: all of it, or the wider or narrower part beside its neighbour."""

    FULL = "full"
    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class HomePanel:
    """A panel ready to be printed; ``link`` are the words of the way to everything of its kind."""

    title: str
    template: str
    words: Any
    link_url: str = ""
    link: str = ""
    #: What its template printed, where that is known already.
    html: str = ""


PanelMaker = Callable[[HttpRequest, Home], HomePanel | None]


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """Where a panel stands and who makes it; ``make`` answers None where there is nothing to show.

    ``region`` and ``municipality`` say on which of the two kinds of home the panel stands. A panel is made of the
    home, the host, the clock and the database alone, never of the visitor: what is printed of it serves the next one.
    """

    name: str
    order: int
    make: PanelMaker
    width: Width = Width.FULL
    region: bool = True
    municipality: bool = True


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One panel, or a wide and a narrow one side by side."""

    panels: tuple[tuple[str, HomePanel], ...]


_places: dict[str, PanelPlace] = {}


def register_home_panel(place: PanelPlace) -> None:
    """Let the homes show this panel; a name registers once, a later one takes its place."""
    _places[place.name] = place


def panel_rows(request: HttpRequest, home: Home) -> list[PanelRow]:
    """The rows of panels that have something to show on this home, in order."""
    return list(_rows(_shown(request, home)))


def _shown(request: HttpRequest, home: Home) -> Iterator[tuple[PanelPlace, HomePanel]]:
    is_region = home.municipality is None
    for place in sorted(_places.values(), key=lambda place: place.order):
        if place.region if is_region else place.municipality:
            panel = _remembered(place, request, home) if is_remembering() else place.make(request, home)
            if panel is not None:
                yield place, panel


def _remembered(place: PanelPlace, request: HttpRequest, home: Home) -> HomePanel | None:
    """The panel, printed; with a request of its own, so that nothing is taken from what the page has read before."""
    key = ("panel", place.name, getattr(home, "pk", 0), request.scheme, request.get_host())
    return once_a_version(key, lambda: _printed(place.make(bare(request), home), home))


def _printed(panel: HomePanel | None, home: Home) -> HomePanel | None:
    made_of(Municipality, Page, *([type(home)] if isinstance(home, Page) else []))
    if panel is None:
        return None
    return replace(panel, words=None, html=render_to_string(panel.template, {"words": panel.words}))


def _rows(shown: Iterator[tuple[PanelPlace, HomePanel]]) -> Iterator[PanelRow]:
    waiting: tuple[PanelPlace, HomePanel] | None = None
    for place, panel in shown:
        if waiting is not None:
            if place.width is Width.NARROW:
                yield PanelRow(((waiting[0].name, waiting[1]), (place.name, panel)))
                waiting = None
                continue
            yield PanelRow(((waiting[0].name, waiting[1]),))
            waiting = None
        if place.width is Width.WIDE:
            waiting = (place, panel)
        else:
            yield PanelRow(((place.name, panel),))
    if waiting is not None:
        yield PanelRow(((waiting[0].name, waiting[1]),))
