"""A reviewer's remarks beside the very field that they are about, while the author mends it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from wagtail.admin.panels import Panel

from bestpractices.practices.enums import Part


class RemarkPanel(Panel):
    """Shows the open remarks to one part; takes no room where there are none."""

    def __init__(self, part: Part, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.part = part

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "part": self.part}

    class BoundPanel(Panel.BoundPanel):
        template_name = "bestpractices/admin/remark_panel.html"

        @cached_property
        def remarks(self) -> list[Any]:
            from bestpractices.review.panel import open_remarks

            if self.instance is None or self.instance.pk is None:
                return []
            return [remark for remark in open_remarks(self.instance) if remark.part == self.panel.part]

        def is_shown(self) -> bool:
            return bool(self.remarks)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "remarks": self.remarks}
