"""What is done to an entry of the bank: moved through the selection, confirmed, suspended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Action, Refused
from mentoring.bank.enums import SELECTION_TRANSITIONS, SelectionState
from mentoring.bank.models import Mentor, SelectionStep
from mentoring.pairs.enums import HOLDING_STATES


class MoveRefused(Refused):
    """The selection does not go this way, or something is missing for the step."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a step of the selection rests on: a note (outcome or reason), and the interview's date and holder."""

    note: str = ""
    held_on: date | None = None
    held_by: str = ""


class MoveMentor(Action):
    """Moves a mentor to another state of the selection (S4-03) and writes the step; raises ``MoveRefused``."""

    log_action: ClassVar[str] = "duet.mentor.move"
    thing: Mentor

    def __init__(
        self, mentor: Mentor, to_state: SelectionState, user: User | None, grounds: Grounds = Grounds()
    ) -> None:
        super().__init__(mentor, user)
        self.to_state = SelectionState(to_state)
        self.grounds = grounds
        self.from_state = SelectionState(mentor.selection_state)

    def lock(self) -> None:
        super().lock()
        self.from_state = SelectionState(self.thing.selection_state)

    def check(self) -> None:
        if self.to_state not in SELECTION_TRANSITIONS[self.from_state]:
            raise MoveRefused(
                _("Из состояния «%(from)s» нельзя перейти в «%(to)s».")
                % {"from": self.from_state.label, "to": self.to_state.label}
            )
        requirement = _REQUIREMENTS.get(self.to_state)
        if requirement is not None:
            requirement(self)
        if self.from_state == SelectionState.INTERVIEW and self.to_state != SelectionState.SUSPENDED:
            _require(self.grounds.note, _("Запишите итог собеседования."))

    def apply(self) -> None:
        self.thing.selection_state = self.to_state
        self.thing.save(update_fields=["selection_state"])
        SelectionStep.objects.create(
            mentor_id=self.thing.pk,
            from_state=self.from_state,
            to_state=self.to_state,
            user_id=None if self.user is None else self.user.pk,
            note=self.grounds.note,
            held_on=self.grounds.held_on,
            held_by=self.grounds.held_by,
        )

    def log_data(self) -> dict[str, Any]:
        return {"from": self.from_state, "to": self.to_state, "note": self.grounds.note}

    def needs_training(self) -> None:
        """«Обучен» requires a training record (S4-03)."""
        if not self.thing.trainings.exists():
            raise MoveRefused(_("Нет записи об обучении. Сначала внесите её в разделе «Обучение»."))

    def needs_interview(self) -> None:
        """An interview has a date and somebody who holds it."""
        _require(self.grounds.held_on, _("Укажите дату собеседования."))
        _require(self.grounds.held_by, _("Укажите, кто проводит собеседование."))

    def needs_pair(self) -> None:
        """«В паре» follows from a pair."""
        if not holds_pairs(self.thing):
            raise MoveRefused(_("У наставника нет работающей пары."))

    def needs_training_and_no_pair(self) -> None:
        """Back from a pair only when no pair is left."""
        self.needs_training()
        self.needs_no_pair()

    def needs_no_pair(self) -> None:
        if holds_pairs(self.thing):
            raise MoveRefused(_("У наставника есть работающая пара. Сначала завершите её."))

    def needs_reason(self) -> None:
        _require(self.grounds.note, _("Запишите причину."))


class SuspendMentor(MoveMentor):
    """Takes a mentor out of the search for a time, with a reason; raises ``MoveRefused``."""

    log_action = "duet.mentor.suspend"

    def __init__(self, mentor: Mentor, user: User | None, reason: str) -> None:
        super().__init__(mentor, SelectionState.SUSPENDED, user, Grounds(note=reason))


class ConfirmMentor(Action):
    """Notes that the mentor's entry holds true today, so that it stays in the search."""

    log_action = "duet.mentor.confirm"
    thing: Mentor

    def __init__(self, mentor: Mentor, user: User | None) -> None:
        super().__init__(mentor, user)

    def check(self) -> None:
        if self.thing.selection_state == SelectionState.ARCHIVED:
            raise MoveRefused(_("Запись в архиве: подтверждать нечего."))

    def apply(self) -> None:
        self.thing.confirmed_on = timezone.localdate()
        self.thing.save(update_fields=["confirmed_on"])


_REQUIREMENTS = {
    SelectionState.INTERVIEW: MoveMentor.needs_interview,
    SelectionState.TRAINED: MoveMentor.needs_training_and_no_pair,
    SelectionState.PAIRED: MoveMentor.needs_pair,
    SelectionState.ARCHIVED: MoveMentor.needs_no_pair,
    SelectionState.SUSPENDED: MoveMentor.needs_reason,
}


def holds_pairs(mentor: Mentor) -> bool:
    """Whether a pair of the mentor is under way."""
    return mentor.pairs.filter(state__in=HOLDING_STATES).exists()


def _require(value: object, message: str) -> None:
    if not value:
        raise MoveRefused(message)
