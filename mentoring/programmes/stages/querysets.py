from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from cms.acts.models import ActPage

if TYPE_CHECKING:
    from mentoring.programmes.stages.models import StageResult  # noqa: F401 – named in a base class


class StageResultQuerySet(models.QuerySet["StageResult"]):
    """Questions about the results of stages."""

    def in_place(self) -> StageResultQuerySet:
        """Those that are there: documents, closed files, acts that visitors can read."""
        public = ActPage.objects.public_now().order_by().values("pk")
        return self.filter(Q(document__isnull=False) | ~Q(file="") | Q(act__in=public))
