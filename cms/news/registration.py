"""What the room tells the others when the site starts."""

from django.utils.translation import gettext_lazy as _

from cms.freshness.moments import changes_at
from cms.pages.home_panels import PanelPlace, Width, register_home_panel
from cms.pages.sections import Section, sections


def register() -> None:
    """Give every branch its section, and every home its news and events."""
    from cms.news.home import show_events, show_news
    from cms.news.models import EventPage, NewsIndexPage

    changes_at(EventPage, "starts_at", "ends_at")
    sections.register(Section(NewsIndexPage, _("Новости и события"), "novosti", 80, menu=_("События")))
    register_home_panel(PanelPlace("news", 300, show_news, Width.WIDE))
    register_home_panel(PanelPlace("events", 310, show_events, Width.NARROW))
