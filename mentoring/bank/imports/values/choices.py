"""Values of fixed lists (forms, kinds, who the mentor is) by their words."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import TextChoices

from mentoring.bank.imports.values.vocabulary import Vocabulary


@lru_cache(maxsize=32)
def vocabulary_of(options: type[TextChoices]) -> Vocabulary:
    """The words of an enum's labels and codes."""
    names = {str(option.value): str(option.label) for option in options}
    return Vocabulary(names, [(str(option.label), str(option.value)) for option in options])


_YES = frozenset({"да", "+", "yes", "true", "истина", "1", "✓", "v", "есть"})
_NO = frozenset({"нет", "-", "–", "—", "no", "false", "ложь", "0", "н", "не указано", "н/д"})


def read_flag(text: str) -> bool | None:
    """Whether a cell says yes or no; None where it says something else."""
    said = text.strip().lower().rstrip(".")
    return True if said in _YES else False if said in _NO else None
