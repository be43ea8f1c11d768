"""Searches that a page keeps: the rooms that can search say how, the blocks only show what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cms.appearance.pieces import MentorCard


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What a kept search finds now: the words of its total, the address of all, the first cards."""

    words: str
    url: str
    cards: tuple[MentorCard, ...]


class NotASearchError(ValueError):
    """The address is not one of this search; the message says so to the editor."""


#: Reads a pasted address and finds at most so many cards; raises ``NotASearchError``.
Provider = Callable[[str, int], SavedSearch]

_providers: dict[str, Provider] = {}


def register_saved_search(kind: str, provider: Provider) -> None:
    """Let blocks of this kind ask the provider; call it from ``AppConfig.ready``."""
    _providers[kind] = provider


def find_saved(kind: str, address: str, number: int) -> SavedSearch | None:
    """What the search at this address finds now; None where nobody can search for the kind."""
    provider = _providers.get(kind)
    return provider(address, number) if provider else None
