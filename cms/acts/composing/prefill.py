"""What the site knows of a municipality's next order: in the right case, from the last order and the appointments."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from cms.accounts.enums import Role
from cms.acts.enums import Kind
from cms.acts.models import ActIndexPage, ActPage
from cms.territories.cases import genitive
from cms.territories.models import Municipality

#: From this month on an order is about the school year that begins in it.
_NEXT_YEAR_FROM = 6
_FROM_THE_LAST = ("issuer", "issuer_short", "control", "signatory_post", "signatory_name")


def known_of(section: ActIndexPage, user: Any, today: date) -> dict[str, Any]:
    """Initial values of the form for a section; of the region's own section only what its last order says."""
    known: dict[str, Any] = {"section": section.pk, "school_year": _school_year(today)}
    place = section.municipality
    if place is not None:
        district = genitive(place.name)
        known |= {
            "district": district,
            "issuer": _("Управление образования %(district)s") % {"district": district},
            "issuer_short": _("управления образования %(district)s") % {"district": district},
            "coordinator": _coordinator(place, user),
        }
    last = ActPage.objects.child_of(section).filter(kind=Kind.ORDER).exclude(issuer="").order_by("-date", "-pk").first()
    if last is not None:
        known |= {name: value for name in _FROM_THE_LAST if (value := getattr(last, name))}
    return known


def _school_year(today: date) -> int:
    return today.year if today.month >= _NEXT_YEAR_FROM else today.year - 1


def _coordinator(place: Municipality, user: Any) -> str:
    """The user who coordinates here, else the first of those who do; empty where nobody is appointed."""
    users = get_user_model()._default_manager.filter(is_active=True)
    own = users.filter(appointments__role=Role.COORDINATOR, appointments__municipality=place).distinct()
    found = own.filter(pk=user.pk).first() or own.order_by("last_name", "first_name", "pk").first()
    return " ".join(filter(None, (found.last_name, found.first_name))) if found is not None else ""
