"""The list of blanks beside the field in which they can be explained."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class BlanksPanel(Panel):
    """Shows every blank of the last kept draft, with its place; empty where there is none."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/blanks_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"spots": self.instance.blank_spots()}
