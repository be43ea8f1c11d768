"""Fields of forms by Django's own Jinja2 templates: a select of 400 schools costs a tenth of the other ones."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2

#: Django ships these in both languages, word for word the same.
STOCK = "django/forms/widgets/"


class WidgetRenderer(DjangoTemplates):
    """Django's default renderer, with the stock widgets from their Jinja2 twins."""

    def __init__(self) -> None:
        self._quick = Jinja2()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith(STOCK):
            return self._quick.get_template(template_name)
        return super().get_template(template_name)
