"""Tells whether what is planned happens."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, degraded, good, health_check
from cms.planning.plan import overdue


@health_check("planned", label=gettext_lazy("запланированное"))
def what_is_planned_happens() -> Finding:
    """Nothing that should have appeared or disappeared still waits."""
    if late := overdue(timezone.now()):
        return degraded(_("не сделано в срок: %d") % late)
    return good(_("делается в срок"))
