"""«Дуэт месяца» on the homes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cms.pages.home_panels import Home, HomePanel
from cms.pages.sections import section_url
from mentoring.duets.enums import Voice
from mentoring.duets.months import month_words
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage
from mentoring.duets.presenters import Teaser, teaser

#: Letters of a voice that stand on a home where the editor marked no quotation of it.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """What one of the two says: a quotation, or how the answer to the same question begins."""

    voice: Voice
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PanelWords:
    """The conversation, where to read it, and a voice of each."""

    view: Teaser
    url: str
    voices: tuple[VoiceWords, ...]

    @property
    def month(self) -> str:
        """«Ноябрь 2026»."""
        return month_words(self.view.month).capitalize()


def duet_of_the_month(request: HttpRequest, home: Home) -> HomePanel | None:
    """The latest conversation of a branch; the region's home takes the latest of all."""
    pages = DuetInterviewPage.objects.presentable()
    if home.municipality is not None:
        pages = pages.filter(municipality=home.municipality)
    page = pages.for_teasers().latest_first().first()
    if page is None:
        return None
    view = teaser(page)
    words = PanelWords(view, page.get_url(request) or "", tuple(_voices(view)))
    url = section_url(DuetIndexPage, home, request)
    return HomePanel(_("Дуэт месяца"), "mentoring/duets/home_panel.html", words, url, _("Все дуэты"))


def _voices(view: Teaser) -> Iterator[VoiceWords]:
    """Both voices, the mentor's first; one who answered nothing is left out."""
    for voice, speaker in ((Voice.MENTOR, view.mentor), (Voice.MENTEE, view.mentee)):
        text = _quotation(view, voice) or _beginning(view, voice)
        if text:
            yield VoiceWords(voice, speaker.short_name, text)


def _quotation(view: Teaser, voice: Voice) -> str:
    return next((question.quote for question in view.questions if question.quote and question.quote_voice == voice), "")


def _beginning(view: Teaser, voice: Voice) -> str:
    """How this voice answers the question from which the other one is quoted, or the first question."""
    marked = sorted(view.questions, key=lambda question: not question.quote)
    answers = (question.mentor if voice == Voice.MENTOR else question.mentee for question in marked)
    first = next((answer.paragraphs[0] for answer in answers if answer.paragraphs), "")
    return Truncator(first).chars(LONGEST, truncate="…") if len(first) > LONGEST else first
