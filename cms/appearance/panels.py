"""What the script of an edit form is told of its fields: their names and kinds, not their HTML once more.

Wagtail packs each widget as an empty template, as it does for the fields of a block that can be added: every option
of every select is rendered twice, every StreamField packed twice. A field of a panel stands in the page, where the
script finds it by its name.
"""

from __future__ import annotations

from typing import Any

from django.forms import Media, Widget
from wagtail.admin.panels import FieldPanel
from wagtail.admin.telepath import Adapter, registry
from wagtail.admin.telepath.widgets import WidgetAdapter

_stock = FieldPanel.BoundPanel.js_opts


class InPlace:
    """The widget of a panel, whose field stands in the page."""

    def __init__(self, widget: Widget, adapter: WidgetAdapter) -> None:
        self.widget, self.adapter = widget, adapter


class InPlaceAdapter(Adapter):
    """Of the script's kind for the widget, with an empty template."""

    def pack(self, obj: InPlace, context: Any) -> tuple[str, list[str]]:
        context.add_media(self.get_media(obj))
        return obj.adapter.js_constructor, [""]

    def get_media(self, obj: InPlace) -> Media:
        return obj.adapter.get_media(obj.widget)


def register() -> None:
    """Let all panels be told so; called once at start-up."""
    registry.register(InPlaceAdapter(), InPlace)
    FieldPanel.BoundPanel.js_opts = _js_opts


def _js_opts(panel: Any) -> dict[str, Any]:
    options: dict[str, Any] = _stock(panel)
    widget = options["widget"]
    adapter = registry.find_adapter(type(widget)) if isinstance(widget, Widget) else None
    # Those whose template is all that they pack; a chooser, for one, packs what its script needs.
    if isinstance(adapter, WidgetAdapter) and type(adapter).js_args is WidgetAdapter.js_args:
        options["widget"] = InPlace(widget, adapter)
    return options
