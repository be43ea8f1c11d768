"""Where a visitor's letter goes."""

from __future__ import annotations

from django.conf import settings

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.contacts.models import CoordinatorContact
from cms.territories.models import Municipality, Region


def recipients(place: Municipality | None) -> list[str]:
    """The mailbox of the coordinator's office, else those appointed there, else the region's centre; never nobody."""
    if place is not None:
        contact = CoordinatorContact.objects.filter(municipality=place).exclude(email="").first()
        found = [contact.email] if contact else _appointed(Role.COORDINATOR, place)
        if found:
            return found
    region = Region.objects.order_by("pk").exclude(email="").first()
    centre = [region.email] if region else _appointed(Role.REGIONAL_CENTRE, None)
    return centre or [settings.DEFAULT_FROM_EMAIL]


def _appointed(role: Role, place: Municipality | None) -> list[str]:
    who = Appointment.objects.filter(role=role, municipality=place, user__is_active=True).exclude(user__email="")
    return sorted(set(who.values_list("user__email", flat=True)))
