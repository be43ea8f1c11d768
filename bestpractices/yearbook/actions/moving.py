"""The shape that all verbs of a year book share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.yearbook.enums import TRANSITIONS, BookState
from bestpractices.yearbook.models import BookEdition, YearBook
from cms.accounts.permissions import user_can
from cms.actions import Action, Refused


class BookRefused(Refused):
    """The book does not go this way now; ``reasons`` says everything that hinders."""

    def __init__(self, reasons: str | Iterable[str]) -> None:
        self.reasons = [reasons] if isinstance(reasons, str) else list(reasons)
        super().__init__(" ".join(self.reasons))


class BookAction(Action):
    """Does one thing to a book under its lock; ``from_states`` are those it suits."""

    from_states: ClassVar[frozenset[BookState]]
    thing: YearBook

    def lock(self) -> None:
        """Read the book as it is stored now; whatever the caller held may be old."""
        locked = YearBook.objects.select_for_update(of=("self",)).select_related("organisation__municipality")
        self.thing = locked.get(pk=self.thing.pk)

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied(_("С этим сборником работают в другом муниципалитете или в другой роли."))

    def check(self) -> None:
        if self.thing.state not in self.from_states:
            state = self.thing.get_state_display()
            raise BookRefused(_("Сборник сейчас в состоянии «%(state)s»: это действие не подходит.") % {"state": state})

    def move(self, to_state: BookState) -> None:
        """Take the step if the table of moves has it; what leaves the centre's acceptance leaves the site."""
        from_state = BookState(self.thing.state)
        if to_state not in TRANSITIONS[from_state]:
            words = {"from": from_state.label, "to": to_state.label}
            raise BookRefused(_("Из состояния «%(from)s» нельзя перейти в «%(to)s».") % words)
        self.thing.state, self.thing.state_since = to_state, timezone.now()
        if to_state != BookState.ACCEPTED:
            self.thing.published_at = None
        self.thing.save(update_fields=["state", "state_since", "remark", "sent_by", "decided_by", "published_at"])

    @property
    def edition(self) -> BookEdition | None:
        """The edition that was sent last."""
        return self.thing.editions.first()

    def log_data(self) -> dict[str, Any]:
        return {}
