"""The shape that all moves of a project share."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import user_can
from cms.actions import Action, Refused
from mentoring.duets.enums import TRANSITIONS, ProjectState, Voice
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.words import Words, words_of


class DuetRefused(Refused):
    """The duet does not go this way now."""


class DuetAction(Action):
    """Does one thing to a project under its lock; ``from_states`` are those it suits."""

    from_states: ClassVar[frozenset[ProjectState]]
    thing: DuetProject

    def lock(self) -> None:
        """Read the project as it is stored now; whatever the caller held may be old."""
        DuetProject.objects.select_for_update().get(pk=self.thing.pk)
        self.thing = DuetProject.objects.for_words().get(pk=self.thing.pk)

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied(_("Этот дуэт ведёт другой муниципалитет."))

    def check(self) -> None:
        if self.thing.state not in self.from_states:
            state = self.thing.get_state_display()
            raise DuetRefused(_("Дуэт сейчас в состоянии «%(state)s»: это действие не подходит.") % {"state": state})

    def move(self, to_state: ProjectState) -> None:
        """Take the step if the table of moves has it."""
        from_state = ProjectState(self.thing.state)
        if to_state not in TRANSITIONS[from_state]:
            words = {"from": from_state.label, "to": to_state.label}
            raise DuetRefused(_("Из состояния «%(from)s» нельзя перейти в «%(to)s».") % words)
        self.thing.state, self.thing.state_since = to_state, timezone.now()
        self.thing.save(update_fields=["state", "state_since", "due_on", "offered_at", "publish_at", "page"])

    def speaker(self, voice: Voice) -> Speaker:
        """One of the two, as stored."""
        speaker = self.thing.by_voice.get(voice)
        if speaker is None:
            raise DuetRefused(_("Участников ещё не пригласили."))
        return speaker

    def words(self) -> Words:
        """The words of the project as they stand now, whatever was prefetched before."""
        return words_of(DuetProject.objects.for_words().get(pk=self.thing.pk))

    def log_data(self) -> dict[str, Any]:
        return {}
