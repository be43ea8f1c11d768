"""Everything that the page behind a personal link prints; of the partner it holds nothing before both have sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from mentoring.duets.actions.answering import Written
from mentoring.duets.agreement import has_consent
from mentoring.duets.enums import APPROVED_STATES, CLOSED_STATES, WRITING_STATES, ProjectState, Voice
from mentoring.duets.models import LONGEST_ANSWER, DuetProject, Speaker
from mentoring.duets.months import month_genitive
from mentoring.duets.presenters import QuestionView, questions_of
from mentoring.duets.talk_consents import consent_text
from mentoring.duets.words import share_hash, words_of


@dataclass(frozen=True, slots=True)
class Field:
    """A question with the draft under it."""

    pk: int
    number: int
    text: str
    draft: str
    is_silent: bool


@dataclass(frozen=True, slots=True)
class TalkPage:
    """One side of the duet as it stands now; ``step`` names the part of the page."""

    step: str
    path: str
    voice: Voice
    speaker: Speaker
    partner: Speaker
    month_genitive: str
    due_on: date | None
    fields: tuple[Field, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    shown: str = ""
    consent_text: str = ""
    has_consent: bool = False
    page_url: str = ""
    longest: int = LONGEST_ANSWER

    @property
    def needs_consent(self) -> bool:
        """Whether this person is still to be asked for the consent to this interview."""
        return bool(self.consent_text) and not self.has_consent

    @property
    def is_mentor(self) -> bool:
        """Whose side it is, for the colours."""
        return self.voice == Voice.MENTOR


def talk_page(project: DuetProject, voice: Voice, path: str, typed: Mapping[int, Written]) -> TalkPage:
    """The page of one of the two; what was typed and refused stays in the form."""
    people = project.by_voice
    step = _step(project, people[voice])
    words = words_of(project) if step in {"read", "approved", "published"} else None
    return TalkPage(
        step=step,
        path=path,
        voice=voice,
        speaker=people[voice],
        partner=people[voice.other],
        month_genitive=month_genitive(project.month),
        due_on=project.due_on,
        fields=_fields(project, people[voice], typed) if step in {"invitation", "answers"} else (),
        questions=questions_of(words) if words else (),
        shown=share_hash(words, voice) if words else "",
        consent_text=consent_text(project, people[voice]) if step in _CONSENT_STEPS else "",
        has_consent=step in _CONSENT_STEPS and has_consent(project, voice, timezone.localdate()),
        page_url=project.page.get_url() or "" if step == "published" and project.page is not None else "",
    )


#: The words are there, so that one can agree to their publication, or take that back.
_CONSENT_STEPS = frozenset({"read", "approved", "published"})


def _step(project: DuetProject, speaker: Speaker) -> str:
    state = ProjectState(project.state)
    if state in CLOSED_STATES or state == ProjectState.IDEA:
        return "closed"
    if state in WRITING_STATES:
        if speaker.sent_at is not None:
            return "sent"
        return "answers" if speaker.agreed_at is not None else "invitation"
    if state in APPROVED_STATES or speaker.approved_at is not None:
        return "published" if state == ProjectState.PUBLISHED else "approved"
    return "read" if project.offered_at is not None else "edited"


def _fields(project: DuetProject, speaker: Speaker, typed: Mapping[int, Written]) -> tuple[Field, ...]:
    own = {answer.question_id: answer for answer in speaker.answers.all()}
    fields = []
    for number, question in enumerate(project.questions.all(), start=1):
        answer, now = own.get(question.pk), typed.get(question.pk)
        draft = now.text if now else answer.draft if answer else ""
        is_silent = now.is_silent if now else bool(answer and answer.is_silent)
        fields.append(Field(question.pk, number, question.text, draft, is_silent))
    return tuple(fields)
