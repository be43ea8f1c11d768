"""How an act is chosen in other forms: by its number in any spelling, or by the words of its title."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.query import PageQuerySet

from cms.acts.matching import act_condition
from cms.pages.choosers import HandOutMixin, KindChooserWidget, ListMixin, OwnKindChooserViewSet, TitleFilterForm


def told(act: Any) -> str:
    """«Положение о наставничестве, № 214-о от 18.09.2023»: enough to tell one act from another."""
    number = f"№ {act.number}" if act.number else ""
    day = f"от {act.date:%d.%m.%Y}" if act.date else ""
    details = " ".join(part for part in (number, day) if part)
    return ", ".join(part for part in (act.get_admin_display_title(), details) if part)


class ActFilterForm(TitleFilterForm):
    """Finds acts by «Р-145», «р145 от 25.12.19», «187 о», «минобр 14 июня 2021», or by words."""

    placeholder = _("Номер или слова: «Р-145», «положение»")

    def condition(self, model: type[Model], query: str) -> Q:
        return act_condition(query)


class ActTitleMixin:
    """An act reads with its number and date."""

    def get_display_title(self, act: Any) -> str:
        return told(act)


class ActChooserWidget(ActTitleMixin, KindChooserWidget):
    pass


class ActListMixin(ActTitleMixin, ListMixin):
    """Acts, the newest first, with what tells them apart."""

    filter_form_class = ActFilterForm

    def details(self) -> list[Column]:
        return [
            Column("number", label=_("Номер"), accessor="number"),
            Column("date", label=_("Дата"), accessor=lambda act: f"{act.date:%d.%m.%Y}" if act.date else ""),
            Column("issuer", label=_("Кто издал"), accessor="issuer"),
        ]

    def get_object_list(self) -> PageQuerySet:
        return self.choosable().latest_first()


class ActHandOutMixin(ActTitleMixin, HandOutMixin):
    pass


class ActChooserViewSet(OwnKindChooserViewSet):
    """Chooses a normative act."""

    model = "cms.ActPage"
    list_mixin = ActListMixin
    hand_out_mixin = ActHandOutMixin
    base_widget_class = ActChooserWidget
    words_to_choose = (_("Выбрать акт"), _("Выбрать другой акт"))


act_chooser = ActChooserViewSet("act_chooser")
