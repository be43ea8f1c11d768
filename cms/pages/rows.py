"""Lists inside forms of the admin, with a maximum that the form says in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel

#: Nobody wrote more by hand; a list that needs more says so itself.
MOST = 50


class BoundedRows(BaseChildFormSet):
    """The rows of a list; too many are refused with their number."""

    default_error_messages = {
        **BaseChildFormSet.default_error_messages,
        "too_many_forms": _("Строк здесь может быть не больше %(num)d. Уберите лишние."),
        "missing_management_form": _("Список пришёл не целиком. Откройте форму заново. Не хватает: %(field_names)s."),
    }


class RowsPanel(InlinePanel):
    """Wagtail's list of rows, never without a maximum."""

    def __init__(self, *args: Any, max_num: int | None = MOST, **kwargs: Any) -> None:
        super().__init__(*args, max_num=max_num, **kwargs)

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = BoundedRows
        return options
