"""Figures of people and their papers for Prometheus: how many, never who."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from cms.observing.gauges import Samples, gauge
from mentoring.bank.imports.models import ImportJob
from mentoring.consents.models import MentorConsent

MONTH = timedelta(days=30)


@gauge("duet_imports", "Imports of spreadsheets by state.", ["state"])
def imports() -> Samples:
    """Those that are kept."""
    for state, count in ImportJob.objects.order_by().values_list("state").annotate(Count("pk")):
        yield (state,), count


@gauge("duet_consents_ending", "Consents of mentors that end within 30 days and have no successor.")
def consents_ending() -> Samples:
    """Their mentors disappear from the site when they end."""
    today = timezone.localdate()
    yield (), MentorConsent.objects.ending(today, today + MONTH).count()
