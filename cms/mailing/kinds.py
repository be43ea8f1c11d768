"""What a mail is about, in words for the report: each room names its own kinds at start-up."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

_labels: dict[str, Any] = {"": _("прочее")}


def register_mail_kind(code: str, label: Any) -> str:
    """Give a kind («duets.invitation») the words that the report shows; returns the code."""
    _labels[code] = label
    return code


def kind_label(code: str) -> str:
    """The words of a kind; an unknown one shows its code."""
    return str(_labels.get(code, code))


def kind_choices() -> list[tuple[str, str]]:
    """Every kind that a room named, in the order of their words."""
    return sorted(((code, str(label)) for code, label in _labels.items() if code), key=lambda choice: choice[1])
