"""Qualification categories as people write them."""

from __future__ import annotations

import re

from mentoring.bank.enums import Category
from mentoring.bank.imports.values.words import plain

_SPELLINGS: tuple[tuple[Category, re.Pattern[str]], ...] = (
    (Category.NONE, re.compile(r"\bбез\b|\bб\s*[/.\\]?\s*к\b|\bнет\b|не имеет|соответств|\bсзд\b|не аттест|отсутств")),
    (Category.HIGHEST, re.compile(r"\bвысш|\bвкк\b|\bв\.?\s*к\.?\s*к\b|\bвк\b|\bвыс\b")),
    (Category.FIRST, re.compile(r"\bперв|\b1\b|\b1[\s-]*[аяй]+\b|\bi\b|\b1?\s*кк\b|\bпкк\b|\bпер\b|\b1к")),
)
_STATES_FITNESS = re.compile(r"соответств|\bсзд\b")


def read_category(text: str) -> Category | None:
    """The category that a text names; fitness for the post «соответствие занимаемой должности» is none."""
    written = plain(text)
    return next((category for category, spelling in _SPELLINGS if spelling.search(written)), None)


def states_fitness(text: str) -> bool:
    """Whether the text names fitness for the post, which is no category and deserves a remark."""
    return bool(_STATES_FITNESS.search(plain(text)))
