"""Questions about appointments; writing in bulk tells those who follow them, as Django's own signals do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.dispatch import Signal

if TYPE_CHECKING:
    from cms.accounts.models import Appointment  # noqa: F401 – named in a base class

#: Appointments changed in bulk: nobody is named, all have to be looked at.
appointments_changed = Signal()


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments; ``update``, ``bulk_create`` and ``bulk_update`` send ``appointments_changed``."""

    @transaction.atomic
    def update(self, **kwargs: Any) -> int:
        changed = super().update(**kwargs)
        appointments_changed.send(self.model)
        return changed

    @transaction.atomic
    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        created: list[Any] = super().bulk_create(objs, *args, **kwargs)
        appointments_changed.send(self.model)
        return created
