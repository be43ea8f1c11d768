"""Gives the lists of the admin our reading of Russian."""

from __future__ import annotations

from cms.lists.reading import Asked, readers
from search.language.names import name_keys
from search.language.sanitise import clean
from search.language.stems import stems
from search.language.stopwords import telling
from search.language.tokens import words

#: Two letters begin every second word.
SHORTEST = 3


def read(query: str) -> list[Asked]:
    """The words of a query with their forms, without those that tell nothing."""
    typed = words(clean(query))
    return [Asked(word, _long(stems(word)), _long(name_keys(word))) for word in telling(typed) or typed]


def _long(forms: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(form.rstrip("~") for form in forms)
    return tuple(form for form in found if len(form) >= SHORTEST and form.isalpha())


def register() -> None:
    """Tell the lists of the admin; called once at start-up."""
    readers.appoint(read)
