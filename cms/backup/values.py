"""A value between SQLite, as Django keeps it there, and PostgreSQL; what decides is PostgreSQL's type of the column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils.dateparse import parse_duration

Convert = Callable[[Any], Any]


def to_postgres(kind: str) -> Convert:
    """How a value of SQLite is written into a column of this type; None stays None."""
    return _or_none(_TO_POSTGRES, kind, _same)


def to_sqlite(kind: str) -> Convert:
    """How the text of a value of PostgreSQL is kept in SQLite; None stays None."""
    return _or_none(_TO_SQLITE, kind, _same)


def _or_none(table: dict[str, Convert], kind: str, otherwise: Convert) -> Convert:
    convert = next((convert for name, convert in table.items() if kind.startswith(name)), otherwise)
    return lambda value: None if value is None else convert(value)


def _same(value: Any) -> Any:
    return value


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _moment(text: str) -> str:
    """Django keeps moments in SQLite without a zone, in UTC."""
    return str(datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None))


def _microseconds(text: str) -> int:
    return (parse_duration(text) or timedelta()) // timedelta(microseconds=1)


_TO_POSTGRES: dict[str, Convert] = {
    "boolean": bool,
    "timestamp with time zone": lambda text: f"{text}+00",
    "interval": lambda microseconds: f"{microseconds} microseconds",
    "bytea": bytes,
    "text": _as_text,
    "character": _as_text,
    "numeric": _as_text,
}
_TO_SQLITE: dict[str, Convert] = {
    "boolean": lambda text: int(text == "t"),
    "timestamp with time zone": _moment,
    "interval": _microseconds,
    "bytea": lambda text: bytes.fromhex(text.removeprefix("\\x")),
    "uuid": lambda text: text.replace("-", ""),
    "bigint": int,
    "integer": int,
    "smallint": int,
    "double precision": float,
}
