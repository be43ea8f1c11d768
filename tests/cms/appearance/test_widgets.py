"""Stock widgets from their Jinja2 twins say what Django's say."""

from __future__ import annotations

import datetime

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from lxml import html

from cms.appearance.widgets import WidgetRenderer

CHOICES = [("", "—"), ("a", "«А» & Б"), ("Группа", [("b", 'В "кавычках"'), ("c", "<Г>")])]


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput(), 'слово "в кавычках" & <ещё>'),
        (forms.TextInput(attrs={"required": True, "hidden": False, "data-it": '{"a": 1000}', "maxlength": 1000}), None),
        (forms.NumberInput(), 12000),
        (forms.NumberInput(), 1.5),
        (forms.Textarea(), "две\nстроки & <знак>"),
        (forms.Select(choices=CHOICES), "b"),
        (forms.SelectMultiple(choices=CHOICES), ["a", "c"]),
        (forms.RadioSelect(choices=CHOICES), "a"),
        (forms.CheckboxSelectMultiple(choices=CHOICES, attrs={"class": "it"}), ["b", "c"]),
        (forms.CheckboxInput(), True),
        (forms.DateInput(), datetime.date(2026, 11, 29)),
        (forms.SplitDateTimeWidget(), datetime.datetime(2026, 11, 29, 3, 0)),
        (forms.ClearableFileInput(), None),
        (forms.HiddenInput(), 1234567),
    ],
)
def test_the_same_html(widget: forms.Widget, value: object) -> None:
    attrs = {"id": "id_it"}
    ours, stock = (
        html.tostring(html.fromstring(widget.render("it", value, attrs=attrs, renderer=renderer)))
        for renderer in (WidgetRenderer(), DjangoTemplates())
    )
    assert b"".join(ours.split()) == b"".join(stock.split())


def test_a_stock_widget_whose_options_have_a_template_of_wagtail() -> None:
    widget = forms.CheckboxSelectMultiple(choices=[("a", "Новость")])
    widget.option_template_name = "wagtailadmin/workflows/includes/workflow_content_types_checkbox.html"
    assert "Новость" in widget.render("it", ["a"], attrs={"id": "id_it"}, renderer=WidgetRenderer())
