"""From a query to its documents: the text as typed, or the first mended text that finds something."""

from dataclasses import dataclass
from functools import lru_cache

from pyroaring import BitMap

from search.embedded import matching
from search.embedded.matching import TextMatch
from search.embedded.refreshing import vocabulary
from search.embedded.state import State
from search.interface.query import Query
from search.interface.result import Correction, CorrectionKind, Matched
from search.interface.schema import Schema
from search.language.mending import Attempt, attempts
from search.language.reading import Clause, beginning, exact, read, reading_of
from search.language.stems import stems

MOST_COMPLETIONS = 40


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a query as it was searched; `match` is None where no text was given that tells anything."""

    match: TextMatch | None
    correction: Correction | None = None

    @property
    def hits(self) -> BitMap | None:
        return self.match.hits if self.match else None

    @property
    def matched(self) -> Matched:
        """The words to mark in what was found."""
        return self.match.reading.matched if self.match else Matched()


@lru_cache(maxsize=16)
def ignored_stems(words: frozenset[str]) -> frozenset[str]:
    """All forms of the words that a schema ignores."""
    return frozenset(stem for word in words for stem in stems(word))


def find_text(state: State, schema: Schema, query: Query) -> Text:
    """The documents of the text of a query."""
    ignored = ignored_stems(schema.ignored_words)
    reading = read(query.text, state.synonyms, ignored)
    typed = matching.match(state, reading) if reading.clauses else None
    if query.literal or not query.text or (typed is not None and typed.hits):
        return Text(typed)
    unknown = typed.unmatched() if typed else set()
    if typed is not None and not unknown:
        return Text(typed)
    for attempt in attempts(query.text, unknown, vocabulary(state), lambda word: _is_known(state, word)):
        mended = _try(state, attempt, ignored)
        if mended is not None and mended.hits:
            return Text(mended, None if attempt.correction.kind is CorrectionKind.PREFIX else attempt.correction)
    return Text(typed)


def _is_known(state: State, word: str) -> bool:
    known = exact(word)
    return bool(matching.word_tiers(matching.postings(state, [known]), known).anywhere)


def _try(state: State, attempt: Attempt, ignored: frozenset[str]) -> TextMatch | None:
    reading = read(attempt.text, state.synonyms, ignored)
    if attempt.beginning:
        completions = vocabulary(state).completions(attempt.beginning, MOST_COMPLETIONS)
        unfinished = Clause(attempt.beginning, ((beginning(attempt.beginning, completions),),))
        others = tuple(clause for clause in reading.clauses if clause.typed != attempt.beginning)
        reading = reading_of((*others, unfinished))
    return matching.match(state, reading) if reading.clauses else None
