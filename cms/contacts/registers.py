"""The contacts of coordinators in the admin «Территории»."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cms.accounts.forms import TerritorialForm
from cms.accounts.registers import Register
from cms.contacts.models import CoordinatorContact


class CoordinatorContactRegister(Register):
    """Each coordinator keeps the contacts of the own municipality, the centre all of them."""

    model = CoordinatorContact
    menu_label = _("Контакты")
    menu_icon = "mail"
    menu_order = 250
    menu_hook = "register_territories_menu_item"
    list_display = ("municipality", "office", "phone", "email", "person")
    search_fields = ("municipality__name", "office", "person")
    edit_handler = ObjectList(
        [
            FieldPanel("municipality"),
            FieldPanel("office"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            FieldRowPanel([FieldPanel("address"), FieldPanel("hours")]),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("person"), FieldPanel("person_agreed_on")])], heading=_("Имя на сайте")
            ),
        ],
        base_form_class=TerritorialForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("municipality")
