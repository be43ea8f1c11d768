"""Phrases of a group as people write them: one on a line."""

from collections.abc import Iterable

from search.language.tokens import words

#: The search reads no more words of a phrase than people type.
MOST_WORDS = 8
MAX_LENGTH = 80  # characters


def phrases(text: str) -> list[str]:
    """The lines that say something, trimmed, in their order."""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def plain(phrase: str) -> str:
    """The phrase as the search compares it: without case, ё and punctuation."""
    return " ".join(words(phrase))


def repeated(lines: Iterable[str]) -> list[str]:
    """Those phrases that an earlier line said already."""
    seen: set[str] = set()
    found = []
    for line in lines:
        if (key := plain(line)) in seen:
            found.append(line)
        seen.add(key)
    return found
