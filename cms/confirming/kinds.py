"""What can be sent and confirmed: each room names its own forms at start-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

#: Takes the form and what else was known of it; answers with the address of the page that thanks. Raises ``Refused``.
Take = Callable[[QueryDict, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A form: what it is called («письмо наставнику»), who gets it («наставник»), what takes it."""

    code: str
    words: Any
    whom: Any
    take: Take


_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> Kind:
    """Make a kind known; call it from a module that ``AppConfig.ready`` imports."""
    _kinds[kind.code] = kind
    return kind


def kind_of(code: str) -> Kind | None:
    """The kind with this code; None where there is none."""
    return _kinds.get(code)
