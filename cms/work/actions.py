"""What a person may do about a task."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.work.stored import DBTaskResult, Status, again
from cms.work.waking import wake_after_commit


class TryAgain(Action):
    """Puts a task that was given up, or that waits for its next try, back into the queue."""

    permission = "change"
    log_action = "duet.task.again"

    thing: DBTaskResult

    def __init__(self, task: DBTaskResult, user: User | None) -> None:
        super().__init__(task, user)

    def lock(self) -> None:
        self.thing = DBTaskResult.objects.select_for_update().get(pk=self.thing.pk)

    def check(self) -> None:
        if self.thing.status not in (Status.FAILED, Status.READY):
            raise Refused(_("Эта задача уже выполняется или сделана."))

    def apply(self) -> None:
        again(self.thing)
        wake_after_commit()
