"""News and events on the homes."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.news.lists import Line, event_line, news_line
from cms.news.models import EventPage, NewsIndexPage, NewsPage
from cms.pages.home_panels import Home, HomePanel
from cms.pages.sections import section_url

NEWS = 3
EVENTS = 4


def show_news(request: HttpRequest, home: Home) -> HomePanel | None:
    """The latest news."""
    news = NewsPage.objects.readable().of_branch(home.municipality).latest_first()[:NEWS]
    lines = [news_line(page, request, home.municipality) for page in news]
    return _panel(_("Новости"), "cms/news/news_panel.html", lines, request, home, _("Все новости"))


def show_events(request: HttpRequest, home: Home) -> HomePanel | None:
    """The nearest events."""
    events = EventPage.objects.readable().of_branch(home.municipality).coming(timezone.now())[:EVENTS]
    lines = [event_line(page, request, home.municipality) for page in events]
    return _panel(_("События"), "cms/news/events_panel.html", lines, request, home, _("Все события"), "?vid=budet")


def _panel(
    title: str, template: str, lines: list[Line], request: HttpRequest, home: Home, link: str, query: str = ""
) -> HomePanel | None:
    if not lines:
        return None
    address = section_url(NewsIndexPage, home, request)
    return HomePanel(title, template, lines, address + query if address else "", link)
