"""The held lists of words: an invented region's vocabulary, what people mistype, and what nobody there wrote."""

from functools import cache

from search.language.spelling import Vocabulary
from search.language.tokens import words
from tests.search.contract.pairs import LISTS, pairs


def lines(name: str) -> list[str]:
    """The lines of one list."""
    found = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def lone_words(name: str) -> list[str]:
    """The first word of each line, normalised."""
    return [words(line)[0] for line in lines(name)]


def mistyped() -> list[tuple[str, str]]:
    """What was typed and the word that was meant, normalised."""
    return [(words(typed)[0], words(meant)[0]) for typed, meant in pairs("misspelled")]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the list, of which nothing may be changed."""
    rows = [line.split(" | ") for line in lines("vocabulary")]
    return Vocabulary(((row[0], int(row[1])) for row in rows), [row[0] for row in rows if len(row) > 2])
