"""What is told of an error says where it broke, not who asked for what."""

from __future__ import annotations

from typing import Any

import pytest
import sentry_sdk
from sentry_sdk.transport import Transport

from cms.observing.sentry import tell_errors
from cms.personal_links.tokens import new_token


def test_an_error_is_told_without_people(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[dict[str, Any]] = []

    class Kept(Transport):
        def capture_envelope(self, envelope: Any) -> None:
            told.extend(item.payload.json for item in envelope.items if item.type == "event")

    init = sentry_sdk.init
    monkeypatch.setattr(
        sentry_sdk,
        "init",
        lambda **options: init(**options, transport=Kept, default_integrations=False, include_source_context=False),
    )
    tell_errors("https://key@errors.example.org/1")
    try:
        token = new_token()
        with sentry_sdk.isolation_scope() as scope:
            scope.set_user({"id": 7, "email": "o.petrova@example.org"})
            scope.add_event_processor(lambda event, hint: {**event, "request": _request(token)})
            try:
                name = "Ивановой"[:-2] + "а"  # the source is told, values are not
                raise ValueError(f"no such mentor: {name}")
            except ValueError:
                sentry_sdk.capture_exception()
        sentry_sdk.flush()
    finally:
        init()
    (event,) = told
    words = str(event)
    assert event["release"].startswith("duet@")
    assert event["exception"]["values"][0]["type"] == "ValueError"
    for secret in ("mentor: Ив", "o.petrova@", token, "hunter-2", "q=Ив"):
        assert secret not in words


def _request(token: str) -> dict[str, Any]:
    return {
        "url": f"https://nastavnik.example.org/d/{token}/?q=Иванова",
        "data": {"password": "hunter-2"},
        "headers": {"Cookie": "petrova"},
        "query_string": "q=Иванова",
    }
