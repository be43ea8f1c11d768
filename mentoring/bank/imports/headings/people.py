"""Cells that look like a person's name, by their values alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mentoring.bank.imports.values.words import clean

_PERSON = re.compile(r"(?:[А-ЯЁ][\w’'-]*\s+){1,3}?[А-ЯЁ][\w’'-]*\s*(?:оглы|кызы|гызы|улы)?", re.UNICODE)
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|инична|ьич|кич|мич|оглы|кызы)$", re.IGNORECASE)
_INITIALS = re.compile(r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.?|[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё-]+")
_ENOUGH = 0.5


def is_person(text: str) -> bool:
    """Whether a cell is a full name with its patronymic, or a surname with initials."""
    written = clean(text)
    if _INITIALS.fullmatch(written):
        return True
    parts = written.title().split() if written.isupper() or written.islower() else written.split()
    has_patronymic = any(_PATRONYMIC.search(part) for part in parts[1:])
    return 2 <= len(parts) <= 5 and has_patronymic and bool(_PERSON.match(" ".join(parts[:3])))


def holds_people(values: Iterable[str]) -> bool:
    """Whether most of the filled cells are people's names."""
    filled = [value for value in values if value.strip(' -–—"')]
    return bool(filled) and sum(map(is_person, filled)) >= _ENOUGH * len(filled)


def holds_single_words(values: Iterable[str]) -> bool:
    """Whether the cells are single words with a capital: a part of a name."""
    filled = [value.strip() for value in values if value.strip()]
    return bool(filled) and all(re.fullmatch(r"[А-ЯЁ][а-яёА-ЯЁ’'-]+", value) for value in filled)
