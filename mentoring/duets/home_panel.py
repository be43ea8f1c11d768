"""«Дуэт месяца» on the homes."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.pages.home_panels import Home, HomePanel
from mentoring.duets.months import month_words
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage
from mentoring.duets.presenters import InterviewView, interview


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The conversation, where to read it, and one voice of each."""

    view: InterviewView
    url: str
    quote: str
    quote_name: str
    quote_voice: str

    @property
    def month(self) -> str:
        """«Ноябрь 2026»."""
        return month_words(self.view.month).capitalize()


def duet_of_the_month(request: HttpRequest, home: Home) -> HomePanel | None:
    """The latest conversation of a branch; the region's home takes the latest of all."""
    pages = DuetInterviewPage.objects.presentable()
    if home.municipality is not None:
        pages = pages.filter(municipality=home.municipality)
    page = pages.for_cards().latest_first().first()
    if page is None:
        return None
    view = interview(page, request)
    quoted = next((question for question in view.questions if question.quote), None)
    speaker = view.mentee if quoted is not None and quoted.quote_voice == "mentee" else view.mentor
    words = PanelWords(
        view,
        page.get_url(request) or "",
        quoted.quote if quoted else "",
        speaker.short_name if quoted else "",
        quoted.quote_voice if quoted else "",
    )
    index = DuetIndexPage.objects.filter(municipality=home.municipality).first()
    return HomePanel(
        _("Дуэт месяца"),
        "mentoring/duets/home_panel.html",
        words,
        (index.get_url(request) or "") if index else "",
        _("Все дуэты"),
    )
