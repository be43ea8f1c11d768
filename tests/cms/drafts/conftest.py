"""A form as a browser sends it: everything that stands in it, and what is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import html


@pytest.fixture
def filled() -> Callable[..., dict[str, Any]]:
    """The fields of the form in which ``name`` stands, as they were shown, with other values typed."""

    def fill(page: bytes, name: str = "", **typed: Any) -> dict[str, Any]:
        document = html.fromstring(page.decode())
        wanted = name or next(iter(typed))
        form = next(it for it in document.forms if it.get("data-draft") and wanted in it.fields)
        fields: dict[str, Any] = {}
        for key, value in form.form_values():
            fields.setdefault(key, []).append(value)
        return {**fields, **typed}

    return fill
