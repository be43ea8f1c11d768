"""Errors for Sentry or GlitchTip, by `SENTRY_DSN`: where it broke, never who asked for what."""

from __future__ import annotations

from typing import Any

from cms.version import VERSION

DROPPED = ("cookies", "headers", "data", "query_string", "env")


def without_people(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The event without what a visitor sent, and without links that open somebody's page."""
    from cms.personal_links.masking import masked

    request = event.get("request", {})
    for name in DROPPED:
        request.pop(name, None)
    if "url" in request:
        request["url"] = masked(request["url"]).partition("?")[0]
    event.pop("user", None)
    for error in event.get("exception", {}).get("values", []):
        error["value"] = ""  # a message quotes values; the type and the place say where to look
    event.pop("breadcrumbs", None)
    return event


def tell_errors(dsn: str) -> None:
    """Send errors there from now on. Raises ImportError where `sentry-sdk` is not installed."""
    import sentry_sdk

    sentry_sdk.init(
        dsn=dsn,
        release=f"duet@{VERSION}",
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        before_send=without_people,  # type: ignore[arg-type]
        traces_sample_rate=0,
    )
