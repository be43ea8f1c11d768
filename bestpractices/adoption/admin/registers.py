"""The register «Применение практик»."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList

from bestpractices.adoption.models import Adoption
from bestpractices.registers import MENU
from cms.accounts.registers import PolicyPermissionHelper, Register
from cms.accounts.territory import User
from cms.territories.searched import OF_ORGANISATION


class AdoptionPermissionHelper(PolicyPermissionHelper):
    """An adoption begins on the practice's page."""

    def user_can_create(self, user: User) -> bool:
        return False


class AdoptionRegister(Register):
    """Which school of one's territory applies which practice."""

    model = Adoption
    permission_helper_class = AdoptionPermissionHelper
    menu_label = gettext_lazy("Применение практик")
    menu_icon = "pick"
    menu_order = 300
    menu_hook = MENU
    list_display = ("practice_title", "organisation", "how", "taken_on")
    list_filter = ("state",)
    search_fields = ("practice_title", *OF_ORGANISATION, "changes", "result")
    edit_handler = ObjectList([FieldPanel("changes"), FieldPanel("result")])

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("organisation__municipality")

    def how(self, adoption: Adoption) -> str:
        url = reverse("adoption_move", args=[adoption.pk])
        return format_html(
            '{} <a class="duet-nowrap" href="{}">{}</a>', adoption.get_state_display(), url, _("дальше…")
        )

    how.short_description = gettext_lazy("Как идут дела")  # type: ignore[attr-defined]
