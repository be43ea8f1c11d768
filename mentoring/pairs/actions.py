"""What is done to a pair: opened, taken back to preparation, paused, resumed, completed, ended early, reopened."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Action
from mentoring.bank.actions import Grounds, MoveMentor, holds_pairs
from mentoring.bank.enums import FINDABLE_STATES, SelectionState
from mentoring.bank.models import Mentor
from mentoring.pairs.enums import PairState
from mentoring.pairs.models import Pair
from mentoring.pairs.people import require_no_overlap, require_two_people
from mentoring.pairs.places import PairRefused, lock_mentor, require_places


class PairAction(Action):
    """Moves a pair from one of ``from_states`` to ``to_state`` under the mentor's lock."""

    from_states: ClassVar[frozenset[PairState]]
    to_state: ClassVar[PairState]
    thing: Pair
    mentor: Mentor

    def lock(self) -> None:
        mentor = self.thing.mentor_id
        self.mentor = lock_mentor(mentor)
        super().lock()
        if self.thing.mentor_id != mentor:
            raise PairRefused(_("Пару только что изменили. Откройте её заново."))

    def check(self) -> None:
        if self.thing.state not in self.from_states:
            state = PairState(self.thing.state).label
            raise PairRefused(_("Пара сейчас в состоянии «%(state)s»: это действие не подходит.") % {"state": state})

    def apply(self) -> None:
        self.thing.state = self.to_state
        self.thing.save(update_fields=["state", "ended_on"])

    def move_mentor(self, to_state: SelectionState) -> None:
        """The selection follows the pair; it needs no right of its own."""
        MoveMentor(self.mentor, to_state, None, Grounds(note=str(self.thing))).execute()


def free_the_mentor(action: PairAction) -> None:
    """A trained mentor without a pair waits for one again."""
    mentor = action.mentor
    trained = mentor.selection_state == SelectionState.PAIRED and mentor.trainings.exists()
    if trained and not holds_pairs(mentor):
        action.move_mentor(SelectionState.TRAINED)


def require_open_to_pairs(mentor: Mentor) -> None:
    """Raise ``PairRefused`` where the mentor's state of the selection allows no pair."""
    if mentor.selection_state not in FINDABLE_STATES:
        state = mentor.get_selection_state_display()
        raise PairRefused(_("Наставник в состоянии «%(state)s»: пару открыть нельзя.") % {"state": state})


def refuse_an_end_in_the_past(pair: Pair) -> None:
    """Raise ``PairRefused`` where a pair that is to begin would be over already."""
    if pair.ended_on is not None and pair.ended_on < timezone.localdate():
        raise PairRefused(_("Окончание этой пары в прошлом: работать она не начнёт. Исправьте или уберите окончание."))


def refuse_a_start_in_the_future(pair: Pair) -> None:
    """Raise ``PairRefused`` where a pair that is to begin has its first day still before it: it could not be closed."""
    if pair.started_on > timezone.localdate():
        day = f"{pair.started_on:%d.%m.%Y}"
        raise PairRefused(
            _("Первый день этой пары %(day)s ещё не наступил. Начните работу в этот день или исправьте дату начала.")
            % {"day": day}
        )


class OpenPair(PairAction):
    """Starts the work of a prepared pair; raises ``NoPlaceLeft`` when its mentees do not fit."""

    log_action = "duet.pair.open"
    from_states = frozenset({PairState.DRAFT})
    to_state = PairState.ACTIVE

    def check(self) -> None:
        super().check()
        refuse_a_start_in_the_future(self.thing)
        refuse_an_end_in_the_past(self.thing)
        mentees = list(self.thing.mentees.all())
        if not mentees:
            raise PairRefused(_("В паре нет наставляемых. Добавьте хотя бы одного."))
        require_two_people(self.mentor, [mentee.full_name for mentee in mentees])
        require_open_to_pairs(self.mentor)
        require_places(self.mentor, len(mentees), besides=self.thing)

    def apply(self) -> None:
        super().apply()
        if self.mentor.selection_state == SelectionState.TRAINED:
            self.move_mentor(SelectionState.PAIRED)


class ReasonedPairAction(PairAction):
    """An action that is done for a written reason, which stands in the history."""

    def __init__(self, pair: Pair, user: User | None, reason: str) -> None:
        super().__init__(pair, user)
        self.reason = reason.strip()

    def check(self) -> None:
        super().check()
        if not self.reason:
            raise PairRefused(_("Запишите причину."))

    def log_data(self) -> dict[str, Any]:
        return {"note": self.reason}


class PreparePair(ReasonedPairAction):
    """Takes a pair back to preparation whose work was begun by mistake; its places are free again."""

    log_action = "duet.pair.prepare"
    from_states = frozenset({PairState.ACTIVE})
    to_state = PairState.DRAFT

    def apply(self) -> None:
        super().apply()
        free_the_mentor(self)


class PausePair(ReasonedPairAction):
    """Pauses the work; the mentees keep their places."""

    log_action = "duet.pair.pause"
    from_states = frozenset({PairState.ACTIVE})
    to_state = PairState.PAUSED


class ResumePair(PairAction):
    """Goes on with a paused pair, in the places that it kept."""

    log_action = "duet.pair.resume"
    from_states = frozenset({PairState.PAUSED})
    to_state = PairState.ACTIVE


class ClosingAction(PairAction):
    """Ends a pair on the day on which it really ended, and frees its places."""

    from_states = frozenset({PairState.ACTIVE, PairState.PAUSED})

    def __init__(self, pair: Pair, user: User | None, ended_on: date, note: str = "") -> None:
        super().__init__(pair, user)
        self.ended_on = ended_on
        self.note = note.strip()

    def check(self) -> None:
        super().check()
        if self.ended_on < self.thing.started_on:
            day = f"{self.thing.started_on:%d.%m.%Y}"
            raise PairRefused(_("Пара начала работать %(day)s. Последний день не может быть раньше.") % {"day": day})
        if self.ended_on > timezone.localdate():
            raise PairRefused(
                _("Этот день ещё не наступил. Поставьте день, когда пара закончила работу, или закройте её позже.")
            )

    def apply(self) -> None:
        self.thing.ended_on = self.ended_on
        super().apply()
        free_the_mentor(self)

    def log_data(self) -> dict[str, Any]:
        return {"note": self.note, "ended_on": self.ended_on}


class CompletePair(ClosingAction):
    """The pair reached its end."""

    log_action = "duet.pair.complete"
    to_state = PairState.COMPLETED


class EndPair(ClosingAction):
    """The pair ends before its time, for a reason."""

    log_action = "duet.pair.end"
    to_state = PairState.ENDED

    def check(self) -> None:
        super().check()
        if not self.note:
            raise PairRefused(_("Запишите причину."))


class ReopenPair(ReasonedPairAction):
    """Takes a pair back to work that was closed by mistake; raises ``NoPlaceLeft`` when its places are given away."""

    log_action = "duet.pair.reopen"
    from_states = frozenset({PairState.COMPLETED, PairState.ENDED})
    to_state = PairState.ACTIVE

    def check(self) -> None:
        super().check()
        names = [mentee.full_name for mentee in self.thing.mentees.all()]
        require_open_to_pairs(self.mentor)
        require_no_overlap(self.mentor, names, (self.thing.started_on, None), self.thing)
        require_places(self.mentor, len(names), besides=self.thing)

    def apply(self) -> None:
        self.thing.ended_on = None
        super().apply()
        if self.mentor.selection_state == SelectionState.TRAINED:
            self.move_mentor(SelectionState.PAIRED)
