"""A duet interview as it travels: each question with both answers; portraits stay where their consents were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from bestpractices.republication.documents import Section, VoicesBlock
from bestpractices.republication.kinds import Description, Kind
from bestpractices.republication.sources.parts import facts, said, section
from mentoring.duets.page_querysets import both_consented
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.presenters import AnswerView, InterviewView, interview
from mentoring.duets.readiness import words_missing


def describe(page: DuetInterviewPage) -> Description:
    """The questions of an interview, and who speaks."""
    shown = interview(page)
    organisation = shown.mentor.organisation.short_name if shown.mentor.organisation else ""
    return Description(sections=said(_sections(shown)), organisation=organisation)


def may_be_shown(page: DuetInterviewPage) -> bool:
    """Whether both approvals and both consents hold today."""
    return not page.reasons_held()


def shown_of(pages: Sequence[DuetInterviewPage]) -> set[int]:
    """Those of the pages of which the same holds."""
    asked = DuetInterviewPage.objects.filter(both_consented(timezone.localdate()), pk__in=[page.pk for page in pages])
    found = asked.select_related("project").prefetch_related("project__speakers")
    return {page.pk for page in found if not words_missing(page.words, page.project)}


def _sections(shown: InterviewView) -> Iterator[Section | None]:
    voices = [(_("Наставник"), shown.mentor), (_("Наставляемый"), shown.mentee)]
    speakers = [(label, ", ".join(filter(None, (voice.name, voice.about)))) for label, voice in voices]
    yield section("speakers", _("Кто говорит"), facts(speakers))
    for number, question in enumerate(shown.questions, 1):
        block = VoicesBlock(
            question=question.text,
            mentor=_words(question.mentor),
            mentee=_words(question.mentee),
            optics=question.optics or "",  # type: ignore[arg-type]  # the same three words as Optics
        )
        yield section(f"question-{number}", question.text, block)


def _words(answer: AnswerView) -> str:
    return str(format_html_join("", "<p>{}</p>", ((paragraph,) for paragraph in answer.paragraphs)))


KIND = Kind("interview", _("Интервью дуэта"), DuetInterviewPage, describe, may_be_shown=may_be_shown, shown_of=shown_of)
