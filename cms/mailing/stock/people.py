"""Who is written to: those who can act on this very object, and who want such mails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import AbstractGroupApprovalTask, TaskState
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from cms.accounts.approval import TerritoryApprovalTask
from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.models import Appointment

#: Any of these lets a person open the object in the admin.
_NEAR = ("view", "add", "change", "publish")


def who_want(users: Iterable[Any], notification: str) -> list[Any]:
    """The active people with an address who did not switch this notification of their account off, each once."""
    people = {user.pk: user for user in users if user is not None and user.is_active and user.email}
    off = UserProfile.objects.filter(user__in=people, **{f"{notification}_notifications": False})
    refused = set(off.values_list("user_id", flat=True))
    return [user for pk, user in sorted(people.items()) if pk not in refused]


def may_open(user: Any, thing: Any) -> bool:
    """Whether the person still has a right to the object: one who has moved away hears no more of it."""
    policy = policy_registry.get_by_type(type(thing))
    return bool(policy.user_has_any_permission_for_instance(user, _NEAR, thing))


def who_decide(state: TaskState, thing: Any) -> list[Any]:
    """Those whose verdict the step waits for; nobody where the step is of a kind that tells by itself."""
    task = state.task.specific
    if isinstance(task, TerritoryApprovalTask):
        return _approvers(state, thing)
    if isinstance(task, AbstractGroupApprovalTask):
        return list(get_user_model()._default_manager.filter(groups__in=task.groups.all()).distinct())
    return []


def _approvers(state: TaskState, thing: Any) -> list[Any]:
    """The municipality's own approvers; where it has none but the author, the region's; at last the superusers."""
    policy = policy_registry.get_by_type(type(thing))
    able = policy.users_with_permission_for_instance("publish", thing)
    author = state.revision.user_id if state.revision else None
    people = [user for user in able if user.pk != author and user.is_active and user.email]
    appointments = Appointment.objects.filter(user__in=people, role__in=REGION_WIDE_ROLES)
    regional = set(appointments.values_list("user_id", flat=True))
    appointed = [user for user in people if not user.is_superuser]
    own = [user for user in appointed if user.pk not in regional]
    return own or appointed or people
