"""Columns of lists in the admin that Wagtail has not, or says wrong in Russian."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.dateformat import format as date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):
    """A day of the calendar, past or to come: «1 сентября 2026».

    Wagtail's ``DateColumn`` tells how long ago a moment was, and calls every day to come «только что».
    """

    def get_value(self, instance: Any) -> str:
        value: date | datetime | None = super().get_value(instance)
        if value is None:
            return ""
        return date_format(timezone.localtime(value) if isinstance(value, datetime) else value, "j E Y")
