"""Who answers for a page, as readers may know it: its branch and an office; the log keeps the person."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.models import Appointment
from cms.accounts.territory import User, appointments_of
from cms.pages.models import HomePage, MunicipalityPage
from cms.pages.sections import sections
from cms.territories.models import Region


def publishing_office(page: Page, municipality_id: int | None) -> str:
    """«муниципальный координатор»: the role, here, of whoever published the page last; empty where nobody is known."""
    entry = (
        PageLogEntry.objects.filter(page=page.pk, action__in=("wagtail.publish", "wagtail.publish.scheduled"))
        .exclude(user_id=None)
        .order_by("-timestamp")
        .first()
    )
    if entry is None:
        return ""
    held = list(Appointment.objects.filter(user_id=entry.user_id).order_by("since", "pk"))
    held.sort(key=lambda appointment: appointment.municipality_id != municipality_id)
    return str(held[0].get_role_display()) if held else ""


def branch_name(page: Any) -> str:
    """Who answers for the branch: the municipality, or the region's centre."""
    return str(page.municipality) if page.municipality else region_name()


def region_name() -> str:
    """The centre, which answers for the region's own branch."""
    region = Region.objects.first()
    return region.centre_name if region else ""


def works_for_region(user: User) -> bool:
    """Whether the user's own branch is the region's, not a municipality's."""
    is_superuser = bool(getattr(user, "is_superuser", False) and user.is_active)
    return is_superuser or any(role in REGION_WIDE_ROLES for role, _place in appointments_of(user))


def own_homes(user: User) -> QuerySet[Any]:
    """The tops of the branches in which the user works."""
    if works_for_region(user):
        return Page.objects.type(HomePage)
    places = [place for _role, place in appointments_of(user) if place is not None]
    return Page.objects.filter(pk__in=MunicipalityPage.objects.filter(home_of__in=places).values("pk"))


def own_sections(user: User) -> PageQuerySet:
    """The sections of the user's own branches into which they may put pages."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "add").type(*(s.model for s in sections))
    homes = list(own_homes(user))
    children = Page.objects.none()
    for home in homes:
        children = children | Page.objects.child_of(home)
    return mine.filter(pk__in=children.values("pk")).order_by("path")


def has_own_sections(user: User) -> bool:
    """Whether there is any such section; asked once for the life of the user object."""
    cached: bool | None = getattr(user, "_duet_has_own_sections", None)
    if cached is None:
        cached = own_sections(user).exists()
        setattr(user, "_duet_has_own_sections", cached)  # noqa: B010 – the user class is not ours
    return cached
