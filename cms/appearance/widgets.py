"""Fields of forms by Django's own Jinja2 templates: a select of 400 schools costs a tenth of the other ones."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2
from jinja2 import TemplateNotFound

#: Django ships these in both languages, word for word the same.
STOCK = "django/forms/widgets/"


class WidgetRenderer(DjangoTemplates):
    """Django's default renderer, with the stock widgets from their Jinja2 twins."""

    def __init__(self) -> None:
        self._quick = Jinja2()

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> Any:
        """A widget whose options have a template without a twin is printed by the slower way."""
        if template_name.startswith(STOCK):
            try:
                return self._quick.render(template_name, context, request)
            except TemplateNotFound:
                pass
        return super().render(template_name, context, request)
