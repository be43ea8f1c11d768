"""The wizard's entry in the admin's menu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from mentoring.bank.imports.permissions import user_can_import


class ImportMenuItem(MenuItem):
    """Shown to those who may import somewhere."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            _("Загрузить банк"),
            reverse_lazy("mentor_bank_import:upload"),
            name="mentor-bank-import",
            icon_name="upload",
            **kwargs,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return user_can_import(request.user)
