"""What is asked for a municipal order; nothing but the section must be known at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.acts.composing.order import OrderWords
from cms.acts.models import ActIndexPage


class SectionField(forms.ModelChoiceField):
    """The section of a branch, named by its municipality."""

    def label_from_instance(self, section: Any) -> str:
        return str(section.municipality or _("вся область"))


def day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=AdminDateInput)


def line(label: Any, length: int = 240, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=length, help_text=hint)


def text(label: Any, hint: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, required=False, max_length=20_000, help_text=hint, widget=area)


#: The form as it is read: a heading, and rows of fields that stand side by side on a wide screen.
GROUPS: tuple[tuple[Any, tuple[tuple[str, ...], ...]], ...] = (
    (
        _("Чей это приказ"),
        (("section", "district"), ("issuer", "issuer_short"), ("number", "signed_on", "school_year")),
    ),
    (_("Кто отвечает"), (("coordinator",), ("council",))),
    (_("Что делают школы и до какого дня"), (("regulations_by", "roadmaps_by"), ("curators_by", "agreed_by"))),
    (_("Приложения"), (("regulation",), ("roadmap",))),
    (_("Контроль и подпись"), (("control",), ("signatory_post", "signatory_name"))),
)


class OrderForm(forms.Form):
    """The blanks of the sample order; what is left empty stays «____» in the draft."""

    section = SectionField(queryset=ActIndexPage.objects.none(), label=_("Где будет приказ"), empty_label=None)
    district = line(_("Муниципалитет, чего?"), 120, _("«Ключевского района»"))
    issuer = line(_("Кто издаёт"), 240, _("«Управление образования Ключевского района»"))
    issuer_short = line(_("Приказ кого?"), 120, _("«управления образования Ключевского района»"))
    number = line(_("Номер"), 60)
    signed_on = day(_("Дата"))
    school_year = forms.IntegerField(
        label=_("Учебный год"),
        required=False,
        min_value=1990,
        max_value=2100,
        help_text=_("2026 для 2026/27"),
    )
    coordinator = line(_("Муниципальный координатор"), 240, _("Должность, фамилия и инициалы."))
    council = text(_("Координационный совет"), _("По человеку в строке: фамилия, инициалы, должность."))
    regulations_by = day(_("Школы принимают положения до"))
    roadmaps_by = day(_("Школы утверждают дорожные карты до"))
    curators_by = day(_("Школы назначают кураторов до"))
    agreed_by = day(_("Школы согласуют дорожные карты до"))
    regulation = text(_("Текст положения"), _("Пустая строка начинает новый абзац."))
    roadmap = text(_("Текст дорожной карты"))
    control = line(_("Кто контролирует"))
    signatory_post = line(_("Должность подписывающего"))
    signatory_name = line(_("Кто подписывает"), 120, _("«Д. К. Рогожин»"))

    def __init__(self, *args: Any, sections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections  # type: ignore[attr-defined]

    def groups(self) -> Iterator[tuple[Any, list[list[forms.BoundField]]]]:
        """Headings with their rows of fields."""
        for heading, rows in GROUPS:
            yield heading, [[self[name] for name in row] for row in rows]

    def words(self) -> OrderWords:
        """What was said."""
        data = dict(self.cleaned_data)
        data.pop("section")
        return OrderWords(**data)
