"""Appointments in the admin «Назначения»."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList

from cms.accounts.models import Appointment
from cms.accounts.people import AccountForm, name_and_account
from cms.accounts.registers import Register


class AppointmentRegister(Register):
    """Who works in which role, and where."""

    model = Appointment
    menu_label = _("Назначения")
    menu_icon = "key"
    menu_order = 400
    menu_hook = "register_admin_menu_item"
    list_display = ("person", "role", "place", "order", "since")
    list_filter = ("role",)
    search_fields = (
        *("user__last_name", "user__first_name", "user__username", "user__email", "municipality__name", "order"),
    )
    edit_handler = ObjectList(
        [
            HelpPanel(content=_("Права начинаются и кончаются вместе с назначением и не идут дальше границы.")),
            FieldPanel("user"),
            FieldRowPanel([FieldPanel("role"), FieldPanel("municipality")]),
            FieldRowPanel([FieldPanel("order"), FieldPanel("since")]),
        ],
        base_form_class=AccountForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("user", "municipality")

    def person(self, appointment: Appointment) -> str:
        return name_and_account(appointment.user)

    person.short_description = _("Кто")  # type: ignore[attr-defined]

    def place(self, appointment: Appointment) -> str:
        return str(appointment.municipality or _("вся область"))

    place.short_description = _("Где")  # type: ignore[attr-defined]
