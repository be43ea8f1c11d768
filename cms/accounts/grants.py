"""The rights of each role: role × kind of object × verbs × how far, registered at start-up by the room of each kind.

``docs/rights.md`` shows the whole matrix (``manage.py list_rights``); tests generate their attempts from it.
Kinds are Django's ``app_label.model``; verbs are Django's and Wagtail's own words, or a room's enum of acts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from django.db import models

from cms.accounts.enums import REGION_WIDE_ROLES, Role

VIEW = frozenset({"view"})
KEEP = frozenset({"view", "add", "change"})
RUN = KEEP | {"delete", "publish", "lock", "unlock"}
#: A list that one keeps and clears.
KEEP_AND_CLEAR = KEEP | {"delete"}
#: A record that is kept as it was written: added, and then changed by its own action only (a consent is withdrawn).
RECORD = frozenset({"view", "add", "change"})
#: What the system makes, and somebody sets going again.
TEND = frozenset({"view", "change"})
#: What others wrote: read, and then accepted or returned, never changed.
DECIDE = frozenset({"view", "approve"})


class Scope(StrEnum):
    """How far a right reaches."""

    PLACE = "place"  #: things of the municipality of the appointment
    OTHER = "other"  #: things of any other municipality
    REGION = "region"  #: all things


class Keeper(StrEnum):
    """What answers for a right."""

    POLICY = "policy"  #: Wagtail's permission policy of the model and Django's ``has_perm``
    GROUPS = "groups"  #: Wagtail's groups, which follow the appointments (``cms.branches``)
    ACTIONS = "actions"  #: the actions and page testers of the room


@dataclass(frozen=True, slots=True)
class Grant:
    """One row: what a role may do to objects of the kind ``app_label.model``."""

    role: Role
    kind: str
    verbs: frozenset[str]
    scope: Scope
    keeper: Keeper


class Grants:
    """Every registered row."""

    def __init__(self) -> None:
        self._of_kinds: dict[str, list[Grant]] = {}
        self._of_roles: dict[str, list[Grant]] = {}

    def __iter__(self) -> Iterator[Grant]:
        return chain.from_iterable(self._of_kinds.values())

    def register(
        self,
        model: type[models.Model],
        rows: Mapping[Role, Collection[str]],
        *,
        scope: Scope | None = None,
        keeper: Keeper = Keeper.POLICY,
    ) -> None:
        """Add what roles may do to objects of a model; a role has one row for each kind and scope.

        Without ``scope``, a right to what lies in a municipality ends at the border of the appointment, a right to
        anything else knows none; the roles of the region reach everything. Raises ``ValueError`` for a second row.
        """
        kind = model._meta.label_lower
        usual = scope or (Scope.PLACE if hasattr(model, "territory_path") else Scope.REGION)
        for role, verbs in rows.items():
            far = Scope.REGION if role in REGION_WIDE_ROLES else usual
            if any(row.scope == far for row in self.of(role, kind)):
                raise ValueError(f"{role} has a row for {kind} already")
            row = Grant(role, kind, frozenset(str(verb) for verb in verbs), far, keeper)
            self._of_kinds.setdefault(kind, []).append(row)
            self._of_roles.setdefault(role, []).append(row)

    def of(self, role: str, kind: str) -> list[Grant]:
        """The rows of a role for a kind."""
        return [row for row in self.of_kind(kind) if row.role == role]

    def of_kind(self, kind: str) -> Sequence[Grant]:
        """The rows for a kind."""
        return self._of_kinds.get(kind, ())

    def verbs(self, role: str, kind: str) -> frozenset[str]:
        """Everything that a role may do to objects of a kind, near or far."""
        return frozenset(verb for grant in self.of(role, kind) for verb in grant.verbs)

    def of_role(self, role: str, keeper: Keeper) -> Iterable[Grant]:
        """The rows of a role that one keeper answers for."""
        return (row for row in self._of_roles.get(role, ()) if row.keeper == keeper)


grants = Grants()


def roles_granted(kind: str, verbs: Collection[str]) -> frozenset[Role]:
    """The roles that may do at least one of the verbs to objects of a kind, at home or everywhere."""
    near = (row for row in grants.of_kind(kind) if row.scope != Scope.OTHER)
    return frozenset(row.role for row in near if not row.verbs.isdisjoint(verbs))
