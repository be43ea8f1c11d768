"""Pages of lists in the admin, counted in Russian."""

from __future__ import annotations

from wagtail.admin.paginator import WagtailPaginator

from cms.wording import counted


class RussianPaginator(WagtailPaginator):
    """Says «12 записей», in the form that the number asks for."""

    @property
    def items_count_label(self) -> str:
        """How many there are in all."""
        return counted(self.count, "запись", "записи", "записей")
