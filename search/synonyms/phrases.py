"""Phrases of a group as people write them: one on a line."""

from collections.abc import Iterable

from search.language.reading import tells_nothing
from search.language.stems import stems
from search.language.synonyms import read_phrase
from search.language.tokens import words
from search.registry import registry

#: The search reads no more words of a phrase than people type.
MOST_WORDS = 8
MAX_LENGTH = 80  # characters


def phrases(text: str) -> list[str]:
    """The lines that say something, trimmed, in their order."""
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def plain(phrase: str) -> str:
    """The phrase as the search compares it: without case, ё, punctuation and words that tell nothing."""
    return " ".join(read_phrase(phrase) or words(phrase))


def tells(phrase: str) -> bool:
    """Whether any word of the phrase is left when a query drops the words that it ignores."""
    read = read_phrase(phrase)
    ignored = (frozenset(stem for word in one.schema.ignored_words for stem in stems(word)) for one in registry)
    return bool(read) and not any(tells_nothing(read, words_of_kind) for words_of_kind in ignored)


def repeated(lines: Iterable[str]) -> list[str]:
    """Those phrases that an earlier line said already."""
    seen: set[str] = set()
    found = []
    for line in lines:
        if (key := plain(line)) in seen:
            found.append(line)
        seen.add(key)
    return found
