"""The dictionary of Russian word forms, loaded when the first word asks for it (0.1 s, about 15 MB)."""

from functools import cache
from typing import Any

PERSONAL = {"Surn", "Name", "Patr"}


@cache
def analyser() -> Any:
    """The dictionary itself, one per process."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def lemmas(word: str) -> set[str]:
    """Dictionary forms that this normalised word may belong to, ё as е; costs some 45 µs."""
    return {parse.normal_form.replace("ё", "е") for parse in analyser().parse(word)}


def personal_lemmas(word: str) -> set[str]:
    """Dictionary forms under which the word may be part of one person's name."""
    found = set()
    for parse in analyser().parse(word):
        grammemes = set(parse.tag.grammemes)
        # «Петров» is also «of several Peters»: a plural says nothing of one person.
        if PERSONAL & grammemes and "plur" not in grammemes:
            found.add(parse.normal_form.replace("ё", "е"))
    return found
