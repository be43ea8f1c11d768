"""A conversation for other programs, as long as both have approved these words and both consents hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from cms.open_data.page_records import born, told_pages
from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, PageRecord, chosen, coded
from mentoring.duets.enums import Optics, Voice
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.readiness import words_missing
from mentoring.pairs.enums import PairModel


class SpeakerRecord(Schema):
    """Участник разговора."""

    voice: Code
    name: str
    about: str


class QuestionRecord(Schema):
    """Вопрос и оба ответа; пустой ответ – молчание."""

    text: str
    optics: Code | None
    mentor: str
    mentee: str


class DuetRecord(PageRecord):
    """Разговор наставника и наставляемого."""

    month: date = Field(description="Первый день месяца, за который дуэт")
    speakers: list[SpeakerRecord] = Field(description="Кто говорит, с их согласия")
    subjects: list[Code] = Field(description="Предметы наставника")
    pair_form: Code | None = Field(description="Форма пары")
    questions: list[QuestionRecord] = Field(description="Вопросы и ответы, которые утвердили оба")


def tell(pages: Sequence[DuetInterviewPage]) -> Iterator[tuple[int, Told]]:
    """The conversations that visitors may read today; the consents were asked by ``public``."""
    return told_pages(pages, _duet)


def _duet(page: Any) -> Told | None:
    project = getattr(page, "project", None)
    if project is None or project.pair is None or words_missing(page.words, project):
        return None
    speakers = page.words["speakers"]
    return {
        "month": page.month,
        "speakers": [{"voice": coded(voice.value, voice.label), **_speaker(speakers[voice])} for voice in Voice],
        "subjects": [coded(one.code, one.name) for one in project.pair.mentor.subjects.all()],
        "pair_form": chosen(PairModel, project.pair.model),
        "questions": [_question(question) for question in page.words["questions"]],
    }


def _speaker(said: dict[str, Any]) -> dict[str, str]:
    return {"name": said["name"], "about": said.get("about", "")}


def _question(question: dict[str, Any]) -> dict[str, Any]:
    answers = question.get("answers", {})
    return {
        "text": question["text"],
        "optics": chosen(Optics, question.get("optics", "")),
        **{voice.value: answers.get(voice, {}).get("text", "") for voice in Voice},
    }


def public() -> QuerySet:
    """Those that every visitor may read today, every consent asked."""
    pages = DuetInterviewPage.objects.presentable().select_related("municipality", "project__pair__mentor")
    return pages.prefetch_related("project__speakers", "project__pair__mentor__subjects")


def register() -> None:
    """Let other programs read conversations."""
    resources.register(Resource("duets", _("Дуэты"), DuetRecord, public, tell, "municipality__code", born, order=30))
