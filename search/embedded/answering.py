"""From a query to its documents: the text as typed, or the first mended text that finds something."""

from dataclasses import dataclass, replace
from functools import lru_cache

from pyroaring import BitMap

from search.embedded import matching
from search.embedded.matching import TextMatch
from search.embedded.refreshing import vocabulary
from search.embedded.state import BEGINNINGS_KEPT, State, trimmed
from search.interface.query import Query
from search.interface.result import Correction, Matched
from search.interface.schema import Schema
from search.language.mending import attempts
from search.language.morphology import is_word
from search.language.reading import Word, beginning, completed, doubted, exact, is_single, read
from search.language.replacing import trusted
from search.language.stems import stems

MOST_COMPLETIONS = 40


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a query as it was searched; `match` is None where no text was given that tells anything.

    `offer` names another text that would find something, where the typed one may well be right.
    """

    match: TextMatch | None
    correction: Correction | None = None
    offer: Correction | None = None

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
    typed = typed_match(state, schema, query)
    if query.literal or not query.text:
        return Text(typed)
    beliefs = _beliefs(state, typed) if typed else {}
    if typed and beliefs:
        typed = matching.match(state, doubted(typed.reading, beliefs))
    if typed is not None and typed.hits:
        return Text(typed)
    unknown = typed.unmatched() if typed else set()
    if typed is not None and not unknown:
        return Text(typed)

    def is_known(word: str) -> bool:
        return word not in beliefs and _is_known(state, word)

    for attempt in attempts(query.text, unknown, vocabulary(state), is_known):
        mended = typed_match(state, schema, replace(query, text=attempt.text))
        if mended is not None and mended.hits:
            return Text(typed, offer=attempt.correction) if attempt.offered else Text(mended, attempt.correction)
    return Text(typed)


def _beliefs(state: State, typed: TextMatch) -> dict[str, bool]:
    """Words that documents have by chance: by a stem that is another word's, or by the beginning of another word.

    For each, whether what begins like it still counts.
    """
    found: dict[str, bool] = {}
    for clause, places in zip(typed.reading.clauses, typed.found, strict=True):
        word = clause.typed
        # The dictionary is asked before the vocabulary, which a process may not have read yet.
        if not places.anywhere or places.own.names or not is_single(clause) or is_word(word):
            continue
        if word not in vocabulary(state):
            by_stem, unfinished = bool(places.own.anywhere), bool(clause.weaker)
            trust = trusted(word, vocabulary(state), by_stem=by_stem, unfinished=unfinished)
            if trust != (by_stem, unfinished):
                found[word] = trust.beginning
    return found


def completed_word(state: State, prefix: str) -> Word:
    """Every word that begins so, up to the MOST_COMPLETIONS most frequent ones."""
    known = state.completed.get(prefix)
    if known is None:
        known = beginning(prefix, vocabulary(state).completions(prefix, MOST_COMPLETIONS))
        state.completed[prefix] = known
        trimmed(state.completed, BEGINNINGS_KEPT)
    return known


def typed_match(state: State, schema: Schema, query: Query) -> TextMatch | None:
    """The documents of the text as it is typed, its last word finished or not; None where it tells nothing."""
    reading = read(query.text, state.synonyms, ignored_stems(schema.ignored_words))
    if not reading.clauses:
        return None
    if reading.unfinished and not query.literal:
        reading = completed(reading, completed_word(state, reading.unfinished))
    return matching.match(state, reading)


def _is_known(state: State, word: str) -> bool:
    known = exact(word)
    return bool(matching.word_tiers(matching.postings(state, [known]), known).anywhere)
