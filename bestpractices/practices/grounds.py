"""The acts that a practice rests on, with what became of them."""

from __future__ import annotations

from datetime import date

from bestpractices.practices.models import PracticePage
from cms.acts.standing import standings


def grounds_told(practice: PracticePage, on: date) -> tuple[str, ...]:
    """A line for each ground; of a public act that is not in force it says so, as the act's page does."""
    grounds = list(practice.grounds.all())
    acts = standings([ground.target_id for ground in grounds if ground.target_id], on)
    notes = {pk: act.note for pk, act in acts.items()}
    return tuple(with_note(ground.words, notes.get(ground.target_id, "")) for ground in grounds)


def with_note(words: str, note: str) -> str:
    """«Приказ № 5 (утратил силу)»; the words alone where there is nothing to know."""
    return f"{words} ({note})" if note else words
