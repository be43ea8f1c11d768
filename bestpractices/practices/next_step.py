"""«Написать практику»: where the last stage of a programme leads (S0-01)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticeIndexPage
from cms.accounts.territory import User
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.next_steps import NextStep


def write_a_practice(programme: ProgrammePage, user: User) -> NextStep | None:
    """The form of a new practice in the bank of the programme's municipality, for those who may add one there."""
    index = PracticeIndexPage.objects.filter(municipality=programme.municipality).first()
    if programme.municipality is None or index is None or not index.permissions_for_user(user).can_add_subpage():
        return None
    address = reverse("wagtailadmin_pages:add", args=["bestpractices", "practicepage", index.pk])
    return NextStep(_("Написать практику"), address)
