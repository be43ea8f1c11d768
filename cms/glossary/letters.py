"""Terms under their first letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.glossary.models import GlossaryTerm


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and the terms that begin with it."""

    letter: str
    terms: tuple[GlossaryTerm, ...]


def by_letters(terms: Iterable[GlossaryTerm]) -> tuple[Letter, ...]:
    """The terms in the order of the Russian alphabet; ё stands with е."""
    ordered = sorted(terms, key=lambda term: _key(term.term))
    return tuple(
        Letter(letter, tuple(found)) for letter, found in groupby(ordered, key=lambda term: _key(term.term)[0])
    )


def _key(term: str) -> str:
    return term.strip().upper().replace("Ё", "Е") or "?"
