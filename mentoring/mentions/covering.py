"""Hides names in stored texts, whichever kind of text it is: plain, running text, blocks, JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from mentoring.bank.models import Mentor
from mentoring.mentions.names import Name, NamePattern, pattern_of
from mentoring.mentions.people import Person, name_of

_TAG = re.compile(r"<[^>]*>")
_HREF = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+")


def hidden_words() -> str:
    """What stands in the place of a name."""
    return _("[имя скрыто]")


class Cover:
    """Hides these names, and what stands in links to these mentors (numbers)."""

    def __init__(self, names: Iterable[Name], mentors: Iterable[int] = ()) -> None:
        self.names = tuple(names)
        self._patterns: list[NamePattern] = [pattern_of(name) for name in self.names]
        self._links = [_link(number) for number in mentors]

    def found_in(self, text: str) -> list[str]:
        """The names as they stand in the text, each once."""
        return list(dict.fromkeys(found.words for pattern in self._patterns for found in pattern.find(text)))

    def over(self, value: Any) -> Any:
        """The same value (a string, lists and mappings of them) with every name hidden."""
        return walk(value, self._over_text) if self._patterns else value

    def _over_text(self, text: str) -> str:
        for link in self._links:
            text = link.sub(lambda match: f"{match[1]}{hidden_words()}{match[2]}", text)
        for pattern in self._patterns:
            text = _replaced(text, pattern)
        return text


def cover_of_people(persons: Iterable[Person]) -> Cover:
    """Hides the names of these people."""
    found = list(persons)
    return Cover(map(name_of, found), (person.pk for person in found if isinstance(person, Mentor)))


def walk(value: Any, change: Callable[[str], str]) -> Any:
    """A value with every string of it changed; keys of mappings stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: walk(inner, change) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [walk(inner, change) for inner in value]
    return value


def _replaced(text: str, pattern: NamePattern) -> str:
    kept = [match.span() for match in _HREF.finditer(text)]
    pieces, at = [], 0
    for found in pattern.find(text):
        if any(start <= found.start < end for start, end in kept):
            continue  # an address with the name in it would lead nowhere; it is told to the editors
        # Tags that the name was set in stay balanced.
        pieces += [text[at : found.start], hidden_words(), "".join(_TAG.findall(found.words))]
        at = found.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _link(mentor: int) -> re.Pattern[str]:
    """A link of a running text to this mentor; what stands in it is the name, however it is written."""
    tag = rf'<a\b(?=[^>]*\blinktype="person")(?=[^>]*\bid="{mentor}")[^>]*>'
    return re.compile(rf"({tag}).*?(</a>)", re.DOTALL)
