"""A log line as one JSON object, by structlog; read only where such lines are asked for (it costs some MiB)."""

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


def formatter() -> structlog.stdlib.ProcessorFormatter:
    """The formatter of the handler."""
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=BEFORE,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            drop_objects,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
    )
