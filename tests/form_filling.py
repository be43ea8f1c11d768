"""A form as a browser sends it: everything that stands in it, and what is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html


def sent(page: bytes, name: str = "", **typed: Any) -> dict[str, Any]:
    """The fields of the form in which ``name`` stands, as they were shown, with other values typed."""
    wanted = name or next(iter(typed))
    form = next(it for it in html.fromstring(page.decode()).forms if it.get("data-draft") and wanted in it.fields)
    fields: dict[str, Any] = {}
    for key, value in form.form_values():
        fields.setdefault(key, []).append(value)
    return {**fields, **typed}


@pytest.fixture
def filled() -> Callable[..., dict[str, Any]]:
    """``sent``, where a test asks for it by name."""
    return sent
