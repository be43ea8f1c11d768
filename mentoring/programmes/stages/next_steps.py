"""Where a finished programme leads: rooms above this one offer their steps («написать практику»)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cms.accounts.territory import User

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage


@dataclass(frozen=True, slots=True)
class NextStep:
    """A link that the last stage offers."""

    label: str
    url: str


Provider = Callable[["ProgrammePage", User], NextStep | None]
_providers: list[Provider] = []


def register_next_step(provider: Provider) -> None:
    """Let the last stage offer what the provider gives for a programme and a user; call it from ``AppConfig.ready``."""
    if provider not in _providers:
        _providers.append(provider)


def next_steps(programme: ProgrammePage, user: User) -> list[NextStep]:
    """The steps that this user may take now."""
    return [step for provider in _providers if (step := provider(programme, user)) is not None]
