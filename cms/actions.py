"""A verb is an object: it checks, then acts; the new state and its log entry stand in one transaction."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.permissions import user_can
from cms.accounts.territory import User


class Refused(Exception):
    """An action cannot be done now; the message says why, in words for the user."""


def read_anew(thing: models.Model) -> None:
    """Lock a stored object until the transaction ends and bring it up to date, in place.

    What is not stored yet stays as it is; raises ``Refused`` where somebody has deleted the object meanwhile.
    """
    if thing.pk is None or thing._state.adding:
        return
    rows = type(thing)._base_manager.select_for_update(of=("self",))
    try:
        thing.refresh_from_db(from_queryset=rows)
    except ObjectDoesNotExist as gone:
        raise Refused(_("Этой записи больше нет: её удалили. Откройте список заново.")) from gone
    # In-memory children of a page or an entry, which a refresh leaves alone.
    getattr(thing, "_cluster_related_objects", {}).clear()


class Action:
    """Does one thing to ``thing`` on behalf of ``user`` (None: the system itself, which needs no right).

    Subclasses refuse in ``check`` and change the database in ``apply``; both see ``thing`` as it is stored, since
    ``lock`` reads it anew. ``execute`` raises ``Refused``, or ``PermissionDenied`` where the user has no right to this
    object; then nothing has changed.
    """

    permission: ClassVar[str] = "change"
    log_action: ClassVar[str] = ""

    def __init__(self, thing: models.Model, user: User | None) -> None:
        self.thing = thing
        self.user = user

    def lock(self) -> None:
        """Lock the thing and read it anew, so that two users cannot decide at once and nobody decides on what is old.

        Subclasses that lock more rows call this in its place among them, or read ``thing`` themselves.
        """
        read_anew(self.thing)

    def check(self) -> None:
        """Raise ``Refused`` if the action cannot be done."""

    def apply(self) -> None:
        """Change the database; runs in a transaction, after ``check``."""
        raise NotImplementedError

    def log_data(self) -> dict[str, Any]:
        """What the history shows beside the action's name."""
        return {}

    def check_permission(self) -> None:
        if self.user is not None and not user_can(self.user, self.permission, self.thing):
            raise PermissionDenied(_("Это делает координатор другого муниципалитета."))

    def execute(self) -> Any:
        """Do it, or raise; returns the changed object."""
        with transaction.atomic():
            self.lock()
            self.check_permission()
            self.check()
            self.apply()
            self.write_history()
        return self.thing

    def write_history(self) -> None:
        """Tell the history of the thing who did this."""
        log(instance=self.thing, action=self.log_action, user=self.user, data=self.log_data())
