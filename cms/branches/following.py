"""Seats follow appointments at once: whoever is appointed, moved or dismissed gains or loses the pages with it."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.accounts.models import Appointment
from cms.accounts.querysets import appointments_changed
from cms.branches.membership import seat_the_appointed


@receiver([post_save, post_delete], sender=Appointment)
def follow_an_appointment(instance: Appointment, raw: bool = False, **kwargs: Any) -> None:
    """One appointment was saved or ended; it may have belonged to another person before, so everybody is looked at."""
    if not raw:
        seat_the_appointed()


@receiver(appointments_changed, sender=Appointment)
def follow_many(**kwargs: Any) -> None:
    """Appointments were written in bulk."""
    seat_the_appointed()
