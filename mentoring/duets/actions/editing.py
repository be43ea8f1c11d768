"""What the editor does with the words: edits them, marks the double optics, asks on, shows them to the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from mentoring.duets.actions.answering import Written
from mentoring.duets.actions.moving import DuetAction, DuetRefused
from mentoring.duets.actions.pages import take_down
from mentoring.duets.actions.preparing import MOST
from mentoring.duets.enums import APPROVED_STATES, WORDING_STATES, ProjectState, Voice
from mentoring.duets.letters import Occasion, write_to
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion, Speaker
from mentoring.duets.readiness import unfinished
from mentoring.duets.words import share_hash


@dataclass(frozen=True, slots=True)
class EditedQuestion:
    """One question with both answers as the editor leaves them."""

    text: str
    optics: str
    answers: Mapping[Voice, Written]
    quote_voice: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class EditedWords:
    """Everything that the editor's form holds: questions by id, and the two names with the lines below them."""

    questions: Mapping[int, EditedQuestion]
    people: Mapping[Voice, tuple[str, str]] = field(default_factory=dict)


class SaveWords(DuetAction):
    """Keeps the edited words; whose share has changed approves anew, and a published page comes down meanwhile."""

    log_action = "duet.project.words"
    from_states = WORDING_STATES

    def __init__(self, project: DuetProject, user: User | None, edited: EditedWords) -> None:
        super().__init__(project, user)
        self.edited = edited
        self.withdrawn: list[Voice] = []

    def apply(self) -> None:
        for question in self.thing.questions.all():
            if question.pk in self.edited.questions:
                self._save_question(question, self.edited.questions[question.pk])
        for voice, (name, about) in self.edited.people.items():
            Speaker.objects.filter(project=self.thing, voice=voice).update(name=name.strip(), about=about.strip())
        self.withdrawn = withdraw_stale_approvals(self)

    def _save_question(self, question: ProjectQuestion, edited: EditedQuestion) -> None:
        question.text = edited.text.strip() or question.text
        question.optics = edited.optics
        question.quote = edited.quote.strip()
        question.quote_voice = edited.quote_voice if question.quote else ""
        question.save(update_fields=["text", "optics", "quote", "quote_voice"])
        for voice, words in edited.answers.items():
            text = words.text.replace("\r\n", "\n").replace("\0", "").strip()
            Answer.objects.update_or_create(
                question=question,
                speaker=self.speaker(voice),
                defaults={"text": text, "is_silent": words.is_silent and not text},
            )

    def log_data(self) -> dict[str, Any]:
        if not self.withdrawn:
            return {}
        names = ", ".join(self.speaker(voice).name for voice in self.withdrawn)
        return {"note": _("Утверждение снято: %(names)s") % {"names": names}}


class AskOn(DuetAction):
    """Puts one more question to both where only one spoke, and opens their pages for it."""

    log_action = "duet.project.ask_on"
    from_states = frozenset({ProjectState.EDITING})

    def __init__(
        self, project: DuetProject, user: User | None, after: ProjectQuestion, text: str, due_on: date
    ) -> None:
        super().__init__(project, user)
        self.after = after
        self.text = text.strip()
        self.due_on = due_on

    def check(self) -> None:
        super().check()
        if not self.text:
            raise DuetRefused(_("Напишите вопрос."))
        if self.after.project_id != self.thing.pk:
            raise DuetRefused(_("Этот вопрос из другого дуэта."))
        if len(self.thing.questions.all()) >= MOST:
            raise DuetRefused(_("Вопросов больше %(most)d. Оставьте главные.") % {"most": MOST})

    def apply(self) -> None:
        for question in self.thing.questions.all():
            if question.order > self.after.order:
                ProjectQuestion.objects.filter(pk=question.pk).update(order=question.order + 1)
        self.thing.questions.create(text=self.text, order=self.after.order + 1)
        self.thing.due_on, self.thing.offered_at = self.due_on, None
        Speaker.objects.filter(project=self.thing).update(sent_at=None, approved_at=None, approved_hash="")
        self.move(ProjectState.ANSWERING)
        for speaker in self.thing.speakers.all():
            write_to(speaker, Occasion.ONE_MORE_QUESTION)

    def log_data(self) -> dict[str, Any]:
        return {"note": self.text}


class OfferWords(DuetAction):
    """Shows both the words as they will stand on the page, for each to approve their own."""

    log_action = "duet.project.offer"
    from_states = frozenset({ProjectState.EDITING})

    def __init__(self, project: DuetProject, user: User | None, due_on: date) -> None:
        super().__init__(project, user)
        self.due_on = due_on

    def check(self) -> None:
        super().check()
        if missing := unfinished(self.words()):
            raise DuetRefused(" ".join(missing[:3]))
        if self.due_on <= timezone.localdate():
            raise DuetRefused(_("Дайте на чтение хотя бы день."))

    def apply(self) -> None:
        self.thing.offered_at, self.thing.due_on = timezone.now(), self.due_on
        self.thing.save(update_fields=["offered_at", "due_on"])
        for speaker in self.thing.speakers.all():
            if speaker.approved_at is None:
                write_to(speaker, Occasion.APPROVAL)


def withdraw_stale_approvals(action: DuetAction) -> list[Voice]:
    """Take back every approval of words that are no longer the same, and the page with them; gives whose."""
    words, stale = action.words(), []
    for speaker in Speaker.objects.filter(project=action.thing):
        if speaker.approved_at is not None and speaker.approved_hash != share_hash(words, Voice(speaker.voice)):
            Speaker.objects.filter(pk=speaker.pk).update(approved_at=None, approved_hash="")
            stale.append(Voice(speaker.voice))
    if stale and action.thing.state in APPROVED_STATES:
        back_to_editing(action)
    return stale


def back_to_editing(action: DuetAction) -> None:
    """The words are open again: nothing of them stays published."""
    page = action.thing.page
    action.thing.publish_at = None
    action.move(ProjectState.EDITING)
    take_down(page, action.user)
