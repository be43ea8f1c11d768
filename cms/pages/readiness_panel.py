"""The list at the top of a form: what a publication still waits for, each line leading to its field."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from cms.pages.readiness import Need


class ReadinessPanel(Panel):
    """Shows every need of the page with its state; ``static/js/readiness.js`` keeps the states while one writes."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/readiness_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            missing = {need.field for need in self.instance.gaps()}
            lines = [(need, need.field not in missing, self._anchor(need)) for need in self.instance.needs]
            return context | {"lines": lines, "missing": len(missing)}

        def _anchor(self, need: Need) -> str:
            """A list of parts is reached by its button «Добавить», a field by itself."""
            return f"id_{need.field}-ADD" if need.field in self.form.formsets else f"id_{need.field}"
