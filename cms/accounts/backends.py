"""Django's permission question, answered from appointments."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend

from cms.accounts.enums import STAFF_ROLES
from cms.accounts.grants import Keeper, grants
from cms.accounts.territory import User, appointments_of, municipality_of, territory_of

#: What everybody who works in the admin may do.
STAFF_PERMISSIONS = frozenset({"wagtailadmin.access_admin"})


class AppointmentBackend(BaseBackend):
    """Grants what the user's roles grant; with an object, only inside the appointment's territory."""

    def get_user_permissions(self, user_obj: User, obj: Any = None) -> set[str]:
        """Permission names ``app_label.action_model`` that the user holds somewhere, or for this object."""
        roles = {role for role, _municipality in appointments_of(user_obj)}
        names = set(STAFF_PERMISSIONS) if roles & STAFF_ROLES else set()
        for role in roles:
            for grant in grants.of_role(role, Keeper.POLICY):
                app, model = grant.kind.split(".")
                names |= {f"{app}.{verb}_{model}" for verb in grant.verbs}
        return {name for name in names if _covers(user_obj, name, obj)} if obj is not None else names


def _covers(user: User, permission: str, thing: Any) -> bool:
    meta = getattr(thing, "_meta", None)
    if meta is None or not hasattr(thing, "territory_path"):
        return True
    action = permission.partition(".")[2].rpartition("_")[0]
    if permission != f"{meta.app_label}.{action}_{meta.model_name}":
        return False
    return territory_of(user, meta.label_lower, [action]).covers(municipality_of(thing))
