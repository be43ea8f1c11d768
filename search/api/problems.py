"""Mistakes in words for people and machines (RFC 9457, ``application/problem+json``)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

CONTENT_TYPE = "application/problem+json"


class Mistake(Exception):
    """The request cannot be answered; ``errors`` are pairs of a parameter and what is wrong with it."""

    def __init__(self, status: int, title: str, errors: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(title)
        self.status, self.title, self.errors = status, title, errors


def problem(mistake: Mistake) -> HttpResponse:
    """The response that says it."""
    said: dict[str, Any] = {"type": "about:blank", "title": mistake.title, "status": mistake.status}
    if mistake.errors:
        said["errors"] = [{"parameter": name, "message": message} for name, message in mistake.errors]
    return HttpResponse(json.dumps(said, ensure_ascii=False), status=mistake.status, content_type=CONTENT_TYPE)
