"""«Новые практики» on the homes of the region and of municipalities."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticeIndexPage, PracticePage
from cms.pages.home_panels import Home, HomePanel
from cms.pages.sections import section_url

#: Practices that stand on a home.
MOST = 3


@dataclass(frozen=True)
class PracticeLine:
    """A practice in a line of the panel."""

    title: str
    url: str
    lead: str
    place: str


def new_practices(request: HttpRequest, home: Home) -> HomePanel | None:
    """The practices that were published last, of this municipality or of all."""
    practices = PracticePage.objects.shown().select_related("municipality", "organisation")
    if home.municipality is not None:
        practices = practices.in_municipality(home.municipality)
    lines = [_line(practice, request, home) for practice in practices.order_by("-last_published_at", "pk")[:MOST]]
    if not lines:
        return None
    url = section_url(PracticeIndexPage, home, request)
    return HomePanel(_("Новые практики"), "bestpractices/home_panel.html", lines, url, _("Все практики") if url else "")


def _line(practice: PracticePage, request: HttpRequest, home: Home) -> PracticeLine:
    school = practice.organisation.short_name if practice.organisation else ""
    place = str(practice.municipality) if home.municipality is None and practice.municipality else ""
    words = ", ".join(filter(None, (school, place)))
    return PracticeLine(practice.title, practice.get_url(request) or "", practice.lead, words)
