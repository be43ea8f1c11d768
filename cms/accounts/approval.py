"""The step of moderation that belongs to a municipality: its own approvers, never the author, one verdict."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Task, TaskState, WorkflowState

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from cms.pages.readiness import draft_gaps


class TerritoryApprovalTask(Task):
    """Approved by those who may publish the very object, in its municipality; nobody approves their own text."""

    class Meta:
        verbose_name = gettext_lazy("проверка в муниципалитете")
        verbose_name_plural = gettext_lazy("проверки в муниципалитете")

    def user_can_access_editor(self, obj: Any, user: User) -> bool:
        return user_can(user, "publish", obj)

    def locked_for_user(self, obj: Any, user: User) -> bool:
        return not user_can(user, "publish", obj)

    def user_can_lock(self, obj: Any, user: User) -> bool:
        return user_can(user, "publish", obj)

    def get_actions(self, obj: Any, user: User) -> list[tuple[str, str, bool]]:
        if not user_can(user, "publish", obj):
            return []
        actions = [("reject", _("Вернуть на доработку"), True)]
        if not _is_author(obj.get_latest_revision(), user) and _is_ready(obj):
            actions += [("approve", _("Одобрить"), False), ("approve", _("Одобрить с замечанием"), True)]
        return actions

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """One verdict for one state: a second one, or one without the right to this object, is refused."""
        WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)
        fresh = TaskState.objects.select_for_update().get(pk=task_state.pk).specific
        obj = fresh.workflow_state.content_object
        allowed = {name for name, _label, _modal in self.get_actions(obj, user)}
        if fresh.status != TaskState.STATUS_IN_PROGRESS or action_name not in allowed:
            raise PermissionDenied
        super().on_action(fresh, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> models.QuerySet[TaskState]:
        """The states under way whose objects the user may publish."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        mine = [
            state.pk
            for state in waiting.select_related("workflow_state").prefetch_related("workflow_state__content_object")
            if (thing := state.workflow_state.content_object) is not None and user_can(user, "publish", thing)
        ]
        return waiting.filter(pk__in=mine)

    @classmethod
    def get_description(cls) -> str:
        return _("Одобряют те, кто публикует записи этого муниципалитета; своё одобрить нельзя.")


def _is_ready(obj: Any) -> bool:
    """A page that lacks something is returned, not approved."""
    return not (isinstance(obj, Page) and draft_gaps(obj))


def _is_author(revision: Any, user: User) -> bool:
    return revision is not None and revision.user_id == user.pk
