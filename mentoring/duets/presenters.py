"""What of an interview leaves the admin: the single gateway of its page, its PDF, its card and its letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from cms.organisations.public import sheet_url
from cms.sharing.address import site_root
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.duets import naming
from mentoring.duets.enums import Optics, Voice
from mentoring.duets.models import DuetProject
from mentoring.duets.months import month_genitive
from mentoring.duets.pages import DuetInterviewPage
from mentoring.duets.portraits import Portrait, photographed, portrait_of
from mentoring.duets.shelves import Line, lines
from mentoring.duets.words import Words

#: Words that a reader takes in a minute, calmly.
WORDS_A_MINUTE = 140
OTHERS = 4


@dataclass(frozen=True, slots=True)
class Face:
    """One of the two by name and picture."""

    name: str
    portrait: Portrait

    @property
    def short_name(self) -> str:
        """«Вера Лосева»."""
        return naming.short_name(self.name)


@dataclass(frozen=True, slots=True)
class Teaser:
    """What a home prints of a conversation."""

    title: str
    lead: str
    month: date
    mentor: Face
    mentee: Face
    questions: tuple[QuestionView, ...]
    minutes: int

    @property
    def names(self) -> str:
        """«Вера Лосева и Илья Тарасов»."""
        return f"{self.mentor.short_name} и {self.mentee.short_name}"


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """One of the two as visitors see them."""

    voice: Voice
    name: str
    about: str
    portrait: Portrait
    organisation: Organisation | None = None
    card_url: str = ""

    @property
    def short_name(self) -> str:
        """«Вера Лосева»."""
        return naming.short_name(self.name)

    @property
    def organisation_url(self) -> str:
        """The page of the organisation, as long as it takes part."""
        place = self.organisation
        return sheet_url(place.code) if place and place.is_active and place.municipality.is_active else ""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """Paragraphs, or the words that stand for a silence."""

    paragraphs: tuple[str, ...]
    silence: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with both answers, and how they stand to each other."""

    text: str
    optics: str
    mentor: AnswerView
    mentee: AnswerView
    quote: str = ""
    quote_voice: str = ""

    @property
    def optics_words(self) -> str:
        """«Видят по-разному»; empty where nothing is marked."""
        return str(Optics(self.optics).label) if self.optics in Optics.values else ""

    @property
    def only_voice(self) -> str:
        """Whose answer stands alone, where one of the two is silent."""
        if self.mentor.silence and not self.mentee.silence:
            return Voice.MENTEE.value
        return Voice.MENTOR.value if self.mentee.silence and not self.mentor.silence else ""


@dataclass(frozen=True, slots=True)
class InterviewView:
    """Everything that the page of an interview prints."""

    title: str
    lead: str
    month: date
    mentor: SpeakerView
    mentee: SpeakerView
    questions: tuple[QuestionView, ...]
    both: Portrait
    approved_on: date | None
    minutes: int
    others: tuple[Line, ...] = ()
    absolute_url: str = ""
    picture_url: str = ""

    @property
    def month_genitive(self) -> str:
        """«ноября 2026»."""
        return month_genitive(self.month)

    @property
    def names(self) -> str:
        """«Вера Лосева и Илья Тарасов»."""
        return f"{self.mentor.short_name} и {self.mentee.short_name}"


def interview(page: DuetInterviewPage, request: HttpRequest | None = None) -> InterviewView:
    """The page as visitors see it today; costs the same few queries however long it is."""
    today = timezone.localdate()
    project: DuetProject | None = getattr(page, "project", None)
    allowed = photographed(page, today)
    names = {voice: page.words.get("speakers", {}).get(voice, {}) for voice in Voice}
    views = {voice: _speaker(page, project, voice, names[voice], allowed) for voice in Voice}
    both_allowed = page.both_portrait is not None and allowed == frozenset(Voice)
    return InterviewView(
        title=page.title,
        lead=page.lead,
        month=page.month,
        mentor=views[Voice.MENTOR],
        mentee=views[Voice.MENTEE],
        questions=questions_of(page.words),
        both=Portrait(page.both_portrait, page.both_portrait_alt) if both_allowed else Portrait(),
        approved_on=_approved_on(project),
        minutes=minutes(page.words),
        others=_others(page, request),
        absolute_url=page.full_url or "",
        picture_url=_picture(page),
    )


def teaser(page: DuetInterviewPage) -> Teaser:
    """A conversation as homes show it today; asks for consents only where there is a photograph."""
    allowed = photographed(page, timezone.localdate())
    faces = {}
    for voice in Voice:
        name = page.words.get("speakers", {}).get(voice, {}).get("name", "")
        faces[voice] = Face(name, portrait_of(page, voice, allowed))
    return Teaser(
        title=page.title,
        lead=page.lead,
        month=page.month,
        mentor=faces[Voice.MENTOR],
        mentee=faces[Voice.MENTEE],
        questions=questions_of(page.words),
        minutes=minutes(page.words),
    )


def questions_of(words: Words) -> tuple[QuestionView, ...]:
    """The questions of a snapshot, ready to be printed."""
    names = {voice: words.get("speakers", {}).get(voice, {}).get("name", "") for voice in Voice}
    return tuple(
        QuestionView(
            text=question["text"],
            optics=question["optics"],
            mentor=_answer(question["answers"].get(Voice.MENTOR, {}), names[Voice.MENTOR]),
            mentee=_answer(question["answers"].get(Voice.MENTEE, {}), names[Voice.MENTEE]),
            quote=question["quote"]["text"],
            quote_voice=question["quote"]["voice"],
        )
        for question in words.get("questions", [])
    )


def minutes(words: Words) -> int:
    """How long a calm reading takes, in minutes; at least one."""
    return max(1, round(sum(len(text.split()) for text in _texts(words)) / WORDS_A_MINUTE))


def _texts(words: Words) -> Iterator[str]:
    for question in words.get("questions", []):
        yield question["text"]
        yield from (str(answer.get("text", "")) for answer in question["answers"].values())


def _answer(answer: dict[str, Any], name: str) -> AnswerView:
    paragraphs = tuple(line.strip() for line in str(answer.get("text", "")).split("\n") if line.strip())
    return AnswerView(paragraphs, "" if paragraphs else naming.silence_words(name))


def _speaker(
    page: DuetInterviewPage, project: DuetProject | None, voice: Voice, names: dict[str, str], allowed: frozenset[Voice]
) -> SpeakerView:
    name = names.get("name", "")
    portrait = portrait_of(page, voice, allowed)
    organisation, card_url = None, ""
    if project is not None and project.pair is not None:
        if voice == Voice.MENTOR:
            organisation, card_url = project.pair.mentor.organisation, _card(project.pair.mentor)
        else:
            organisation = (project.mentee and project.mentee.organisation) or project.pair.organisation
    return SpeakerView(voice, name, names.get("about", ""), portrait, organisation, card_url)


def _card(mentor: Mentor) -> str:
    """The mentor's page of the bank, as long as visitors see it."""
    shown = Mentor.objects.public(timezone.localdate()).filter(pk=mentor.pk).exists()
    return mentor.get_absolute_url() if shown else ""


def _approved_on(project: DuetProject | None) -> date | None:
    moments = [speaker.approved_at for speaker in project.speakers.all()] if project else []
    given = [moment for moment in moments if moment is not None]
    return timezone.localtime(max(given)).date() if len(given) == len(Voice) else None


def _others(page: DuetInterviewPage, request: HttpRequest | None) -> tuple[Line, ...]:
    """Earlier conversations of the same branch first, then of the whole region."""
    pages = DuetInterviewPage.objects.presentable().exclude(pk=page.pk)
    earlier = pages.filter(month__lte=page.month).for_lines().latest_first()[: OTHERS * 3]
    near = sorted(earlier, key=lambda other: other.municipality_id != page.municipality_id)
    return tuple(lines(near[:OTHERS], request))


def _picture(page: DuetInterviewPage) -> str:
    path = reverse("duet-picture", args=[page.pk]) if page.pk else ""
    return site_root() + path if path else ""
