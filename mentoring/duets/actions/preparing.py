"""Before the first answer: the questions are chosen, the two are invited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.personal_links.actions import IssueLink
from mentoring.duets.actions.moving import DuetAction, DuetRefused
from mentoring.duets.enums import CHOOSING_STATES, ProjectState, Voice
from mentoring.duets.letters import Occasion, write_to
from mentoring.duets.links import expiry, holder
from mentoring.duets.models import DuetProject, ProjectQuestion, Speaker
from mentoring.pairs.enums import HOLDING_STATES

FEWEST, MOST = 3, 15  # questions of one duet


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question for the project: its words, and the entry of the bank that it comes from."""

    text: str
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """How the page will present a person, and where the link goes; no address means that the editor passes it on."""

    name: str
    about: str = ""
    email: str = ""


class ChooseQuestions(DuetAction):
    """Sets the questions and their order; those that stay keep what was answered to them."""

    log_action = "duet.project.questions"
    from_states = CHOOSING_STATES

    def __init__(self, project: DuetProject, user: User | None, questions: Sequence[Chosen]) -> None:
        super().__init__(project, user)
        worded = {question.text.strip(): question for question in questions}
        self.questions = [question for text, question in worded.items() if text]

    def check(self) -> None:
        super().check()
        if len(self.questions) > MOST:
            raise DuetRefused(_("Вопросов больше %(most)d. Оставьте главные.") % {"most": MOST})

    def apply(self) -> None:
        kept = {question.text: question for question in self.thing.questions.all()}
        wanted = [question.text.strip() for question in self.questions]
        self.thing.questions.exclude(text__in=wanted).delete()
        for order, (text, chosen) in enumerate(zip(wanted, self.questions, strict=True), start=1):
            if text in kept:
                ProjectQuestion.objects.filter(pk=kept[text].pk).update(order=order)
            else:
                self.thing.questions.create(text=text, source_id=chosen.source_id, order=order)


class InviteDuet(DuetAction):
    """Invites both by a personal link each; read ``tokens`` once afterwards: the site does not keep them."""

    log_action = "duet.project.invite"
    from_states = frozenset({ProjectState.IDEA})

    def __init__(self, project: DuetProject, user: User | None, invited: Mapping[Voice, Invited], due_on: date) -> None:
        super().__init__(project, user)
        self.invited = invited
        self.due_on = due_on
        self.tokens: dict[Voice, str] = {}

    def check(self) -> None:
        super().check()
        project = self.thing
        if project.mentee is None or project.pair is None:
            raise DuetRefused(_("Сначала выберите дуэт."))
        if project.mentee.is_minor or project.pair.mentor.is_minor:
            raise DuetRefused(_("Участнику нет 18 лет: такое интервью не публикуют."))
        if project.pair.state not in HOLDING_STATES:
            raise DuetRefused(_("Пара сейчас не работает. Выберите другую."))
        if len(project.questions.all()) < FEWEST:
            raise DuetRefused(_("Выберите хотя бы %(fewest)d вопроса.") % {"fewest": FEWEST})
        if self.due_on <= timezone.localdate():
            raise DuetRefused(_("Дайте на ответы хотя бы день."))
        if not all(self.invited.get(voice) and self.invited[voice].name.strip() for voice in Voice):
            raise DuetRefused(_("Напишите, как назвать обоих на странице."))

    def apply(self) -> None:
        self.thing.due_on = self.due_on
        self.move(ProjectState.INVITED)
        self.thing.speakers.all().delete()  # a duet that declined before is asked anew
        for voice in Voice:
            person = self.invited[voice]
            speaker = Speaker.objects.create(
                project=self.thing,
                voice=voice,
                name=person.name.strip(),
                about=person.about.strip(),
                email=person.email,
            )
            self.tokens[voice] = give_link(self.thing, speaker, self.user, Occasion.INVITATION)


def give_link(project: DuetProject, speaker: Speaker, user: User | None, occasion: Occasion) -> str:
    """Give one of the two a new link, and send it where there is an address; returns the token."""
    issue = IssueLink(project, holder(speaker), expiry(project), user)
    issue.execute()
    write_to(speaker, occasion, issue.token)
    return issue.token


def suggested_due(project: DuetProject, today: date) -> date:
    """A week for the answers, if the month leaves so much."""
    return max(today + timedelta(days=7), min(project.month + timedelta(days=11), today + timedelta(days=14)))
