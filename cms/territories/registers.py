"""Territories in the admin «Территории»."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from cms.accounts.forms import TerritorialForm
from cms.accounts.registers import Register
from cms.territories.models import Municipality, Organisation, OrganisationTag, Region
from cms.territories.searched import ORGANISATION_SEARCHED


class MunicipalityRegister(Register):
    """Municipalities."""

    model = Municipality
    menu_label = _("Муниципалитеты")
    menu_icon = "site"
    menu_order = 100
    menu_hook = "register_territories_menu_item"
    list_display = ("name", "kind", "code", "section", "is_active")
    list_filter = ("kind", "is_remote", "is_active")
    search_fields = ("name", "short_name", "code")
    edit_handler = ObjectList(
        [
            FieldPanel("region"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
            FieldRowPanel([FieldPanel("name_prepositional"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("code"), FieldPanel("is_remote"), FieldPanel("is_active")]),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("tile_label"), FieldPanel("tile_column"), FieldPanel("tile_row")])],
                heading=_("Место на карте области"),
            ),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("branch", "home_page")

    def section(self, municipality: Municipality) -> str:
        """The way to the branch of the site, or the action that opens it."""
        if hasattr(municipality, "branch") and hasattr(municipality, "home_page"):
            address = reverse("wagtailadmin_explore", args=[municipality.home_page.pk])
            return format_html('<a href="{}">{}</a>', address, _("Открыт"))
        return format_html('<a href="{}">{}</a>', reverse("branch_open", args=[municipality.pk]), _("Открыть раздел"))

    section.short_description = _("Раздел на сайте")  # type: ignore[attr-defined]


class OrganisationRegister(Register):
    """Organisations of the user's territory."""

    model = Organisation
    menu_label = _("Организации")
    menu_icon = "home"
    menu_order = 200
    menu_hook = "register_territories_menu_item"
    list_display = ("short_name", "municipality", "kind", "settlement", "is_active")
    list_filter = ("kind", "is_reference", "is_rural", "is_active")
    search_fields = (*ORGANISATION_SEARCHED, "code", "tags__name")
    edit_handler = ObjectList(
        [
            FieldPanel("municipality"),
            FieldRowPanel([FieldPanel("short_name"), FieldPanel("code")]),
            FieldPanel("full_name"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("settlement")]),
            FieldPanel("tags", widget=forms.CheckboxSelectMultiple),
            FieldRowPanel([FieldPanel("is_reference"), FieldPanel("is_rural"), FieldPanel("is_active")]),
            FieldPanel("site"),
        ],
        base_form_class=TerritorialForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("municipality")


class OrganisationTagRegister(Register):
    """Statuses of organisations."""

    model = OrganisationTag
    menu_label = _("Метки")
    menu_icon = "tag"
    menu_order = 300
    menu_hook = "register_territories_menu_item"
    list_display = ("name", "code")
    search_fields = ("name", "code")
    edit_handler = ObjectList([FieldRowPanel([FieldPanel("name"), FieldPanel("code")])])


class RegionRegister(Register):
    """The region and its centre."""

    model = Region
    menu_label = _("Регион")
    menu_icon = "globe"
    menu_order = 400
    menu_hook = "register_territories_menu_item"
    list_display = ("name", "centre_name", "phone", "email")
    search_fields = ("name", "centre_name")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("name_genitive")]),
            FieldPanel("code"),
            FieldRowPanel([FieldPanel("centre_name"), FieldPanel("founder")]),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        ]
    )


TERRITORY_REGISTERS: tuple[type[Register], ...] = (
    MunicipalityRegister,
    OrganisationRegister,
    OrganisationTagRegister,
    RegionRegister,
)
