"""A query as engines see it: clauses that must all match, each a choice of phrases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from search.interface.result import Matched
from search.language.names import name_keys
from search.language.stems import stems
from search.language.stopwords import STOPWORDS
from search.language.synonyms import Phrase, Synonyms
from search.language.tokens import words


@dataclass(frozen=True, slots=True)
class Word:
    """One word with everything that counts as this word: stems in titles and bodies, keys in names."""

    text: str
    stems: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What was typed, and the phrases of which one is enough; all words of a phrase must be there."""

    typed: str
    phrases: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> Iterable[Word]:
        """Every word of every phrase."""
        return (word for phrase in self.phrases for word in phrase)


@dataclass(frozen=True, slots=True)
class Reading:
    """The clauses of a query; none of them: the query has no text that tells anything."""

    clauses: tuple[Clause, ...] = ()
    matched: Matched = field(default_factory=Matched)


def reading_of(clauses: Iterable[Clause]) -> Reading:
    """These clauses, and the words that count as found when they match."""
    kept = tuple(clauses)
    found = [word for clause in kept for word in clause.words]
    stemmed = frozenset(stem for word in found for stem in word.stems)
    return Reading(kept, Matched(stemmed, frozenset(name for word in found for name in word.names)))


def exact(word: str) -> Word:
    """A word of which all forms count."""
    return Word(word, stems(word), name_keys(word))


def beginning(prefix: str, completions: Iterable[str]) -> Word:
    """A word of which only the beginning was typed."""
    completed = [exact(word) for word in completions]
    return Word(
        prefix,
        tuple(dict.fromkeys(stem for word in completed for stem in word.stems)),
        tuple(dict.fromkeys(key for word in completed for key in word.names)),
    )


@lru_cache(maxsize=256)
def read(text: str, synonyms: Synonyms, ignored: frozenset[str] = frozenset()) -> Reading:
    """The clauses of this text, without words that tell nothing and without repetitions."""
    typed = [word for word in words(text) if word not in STOPWORDS and not ignored.intersection(stems(word))]
    clauses: dict[tuple[tuple[Word, ...], ...], Clause] = {}
    start = 0
    while start < len(typed):
        length, group = synonyms.at(typed, start)
        phrases: tuple[Phrase, ...] = group or ((typed[start],),)
        clause = Clause(
            " ".join(typed[start : start + max(1, length)]),
            tuple(tuple(exact(word) for word in phrase) for phrase in phrases),
        )
        clauses.setdefault(clause.phrases, clause)
        start += max(1, length)
    return reading_of(clauses.values())
