"""What the form of an interview's page says about its words."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class WordsPanel(Panel):
    """Shows the words as they stand, who approved them, and what is missing; they are edited in the project alone."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "mentoring/duets/admin/words_panel.html"

        def is_shown(self) -> bool:
            return self.instance is not None and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {
                "words": self.instance.words,
                "reasons": self.instance.reasons_held(),
                "project": getattr(self.instance, "project", None),
            }
