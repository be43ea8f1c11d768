"""The reference tables of mentoring in the admin «Справочники»."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from cms.accounts.registers import Register
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat

ENTRY_PANELS = [
    FieldPanel("name"),
    FieldRowPanel([FieldPanel("code"), FieldPanel("order")]),
    FieldPanel("is_active"),
]


class ReferenceRegister(Register):
    """A reference table with stable codes."""

    menu_hook = "register_reference_menu_item"
    menu_icon = "list-ul"
    list_display = ("name", "code", "order", "is_active")
    list_filter = ("is_active",)
    search_fields = ("name", "code")
    edit_handler = ObjectList(ENTRY_PANELS)


class SubjectRegister(ReferenceRegister):
    """School subjects."""

    model = Subject
    menu_label = _("Предметы")
    menu_order = 100


class DirectionRegister(ReferenceRegister):
    """Directions of joint work."""

    model = Direction
    menu_label = _("Направления")
    menu_order = 200


class AudienceRegister(ReferenceRegister):
    """Whom a mentor can take."""

    model = Audience
    menu_label = _("Кто может стать наставляемым")
    menu_order = 300


class DeficitRegister(ReferenceRegister):
    """Professional deficits and the directions that mend them."""

    model = Deficit
    menu_label = _("Дефициты")
    menu_order = 400
    edit_handler = ObjectList([*ENTRY_PANELS, FieldPanel("directions", widget=forms.CheckboxSelectMultiple)])


class FormRegister(ReferenceRegister):
    """What suits certain forms of pairs."""

    edit_handler = ObjectList([*ENTRY_PANELS, FieldPanel("pair_models")])


class WorkFormatRegister(FormRegister):
    """Formats of work."""

    model = WorkFormat
    menu_label = _("Форматы работы")
    menu_order = 500


class SchoolDocumentRegister(FormRegister):
    """Documents of organisations."""

    model = SchoolDocument
    menu_label = _("Документы организаций")
    menu_order = 600


REFERENCE_REGISTERS: tuple[type[ReferenceRegister], ...] = (
    SubjectRegister,
    DirectionRegister,
    AudienceRegister,
    DeficitRegister,
    WorkFormatRegister,
    SchoolDocumentRegister,
)
