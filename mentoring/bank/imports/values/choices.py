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


def read_flag(text: str) -> bool:
    """Whether a cell says yes."""
    return text.strip().lower() in {"да", "+", "yes", "true", "истина", "1", "✓", "есть"}
