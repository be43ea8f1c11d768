"""Word forms for the search: those of any word, and those of people's names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from cms.morphology import analyser, lemmas

__all__ = [
    "analyser",
    "is_ordinary",
    "is_personal",
    "is_word",
    "lemmas",
    "looks_like_surname",
    "parts_of_a_name",
    "personal_lemmas",
]

PERSONAL = {"Surn", "Name", "Patr"}

# How surnames end that are made of something else: Иванова, Ильину, Ясинского, Бондаренко, Ковальчуком, Саакяна.
_SURNAME = re.compile(
    r"[а-я]{2,}(?:"
    r"(?:[ое]в|[иы]н)(?:а|у|е|ой|ым|ом|ы|ых|ыми)?|[сц]к(?:ий|ой|ая|ого|ому|им|ом|ую|их)|[иы]х|"
    r"(?:ук|юк|як|[ое]вич|ич|ян|ец)(?:а|у|е|ем|ом)?|енко|айло|ейко|дзе|швили)"
)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether the dictionary has this normalised word in this form."""
    return bool(analyser().word_is_known(word))


def is_ordinary(word: str) -> bool:
    """Whether the dictionary has it as something else than a person's name."""
    return any(not PERSONAL & grammemes for grammemes in _known(word))


def is_personal(word: str) -> bool:
    """Whether the dictionary has it as a surname, a given name or a patronymic."""
    return any(PERSONAL & grammemes for grammemes in _known(word))


def is_surname(word: str) -> bool:
    """Whether the dictionary has it as a surname."""
    return any("Surn" in grammemes for grammemes in _known(word))


def looks_like_surname(word: str) -> bool:
    """Whether a word that the dictionary does not know ends as surnames do."""
    return _SURNAME.fullmatch(word) is not None


def _known(word: str) -> list[set[str]]:
    return [set(parse.tag.grammemes) for parse in analyser().parse(word)] if is_word(word) else []


def personal_lemmas(word: str) -> set[str]:
    """Dictionary forms under which the word may be part of one person's name."""
    return {parse.normal_form.replace("ё", "е") for parse, _ in _personal(word)}


def parts_of_a_name(word: str) -> set[str]:
    """What the word may be in one person's name: a surname ("Surn"), a given name ("Name"), a patronymic ("Patr")."""
    return {part for _, parts in _personal(word) for part in parts}


def _personal(word: str) -> Iterator[tuple[Any, set[str]]]:
    for parse in analyser().parse(word):
        grammemes = set(parse.tag.grammemes)
        # «Петров» is also «of several Peters»: a plural says nothing of one person.
        if (parts := PERSONAL & grammemes) and "plur" not in grammemes:
            yield parse, parts
