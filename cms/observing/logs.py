"""The settings of logging: one JSON object a line in production, a plain line elsewhere."""

from __future__ import annotations

from typing import Any

FORMATTERS: dict[str, dict[str, Any]] = {
    "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    "json": {"()": "cms.observing.json_lines.formatter"},
}


def logging_settings(form: str, level: str) -> dict[str, Any]:
    """The value of ``LOGGING``: ``form`` is "json" or "line"."""
    quiet = {name: {"level": "ERROR"} for name in ("elastic_transport", "opensearch", "opensearchpy")}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {form: FORMATTERS[form]},
        "filters": {"personal links": {"()": "cms.personal_links.masking.MaskPersonalLinks"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": form, "filters": ["personal links"]}},
        "root": {"handlers": ["console"], "level": level},
        # The clients of search servers tell of every single request; Django's tasks of every single task.
        "loggers": {**quiet, "django_tasks": {"level": "WARNING"}},
    }
