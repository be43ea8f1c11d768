"""How a mail about one object is written down: by the outbox, or as the object's own room has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from cms.mailing.outbox import send_later


class Carrier(Protocol):
    """Writes to each of the people as they have chosen in that room."""

    def __call__(self, users: Sequence[Any], subject: str, body: str, *, kind: str, key: str) -> None: ...


_carriers: dict[type, Carrier] = {}


def carry_by(model: type, carrier: Carrier) -> None:
    """Let a room whose people choose how they hear of its objects carry the mails about them."""
    _carriers[model] = carrier


def write(thing: Any, users: Sequence[Any], subject: str, body: str, *, kind: str, key: str = "") -> None:
    """Write a mail about the object to each of the people, in the caller's transaction."""
    for model in type(thing).__mro__:
        if model in _carriers:
            _carriers[model](users, subject, body, kind=kind, key=key)
            return
    send_later([user.email for user in users], subject, body, kind=kind, key=key)
