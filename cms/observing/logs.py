"""The settings of logging: one JSON object a line in production, a plain line elsewhere."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

from cms.observing.context import facts


def add_facts(logger: Any, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Say which request the line belongs to."""
    return {**facts(), **event}


def drop_objects(logger: Any, name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Django's own lines carry the request and the parameters of queries, which hold what people wrote."""
    return {key: value for key, value in event.items() if key not in {"request", "sql", "params", "args"}}


BEFORE: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso"),
    add_facts,
    structlog.processors.format_exc_info,
]
FORMATTERS: dict[str, dict[str, Any]] = {
    "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    "json": {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": BEFORE,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            drop_objects,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
    },
}


def logging_settings(form: str, level: str) -> dict[str, Any]:
    """The value of ``LOGGING``: ``form`` is "json" or "line"."""
    quiet = {name: {"level": "ERROR"} for name in ("elastic_transport", "opensearch", "opensearchpy")}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": FORMATTERS,
        "filters": {"personal links": {"()": "cms.personal_links.masking.MaskPersonalLinks"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": form, "filters": ["personal links"]}},
        "root": {"handlers": ["console"], "level": level},
        # The clients of search servers tell of every single request; Django's tasks of every single task.
        "loggers": {**quiet, "django_tasks": {"level": "WARNING"}},
    }
