"""From a query to its documents: the text as typed, or the first mended text that finds something."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pyroaring import BitMap

from search.embedded import facets, matching
from search.embedded.families import Family
from search.embedded.matching import TextMatch
from search.embedded.refreshing import vocabulary
from search.embedded.relieving import has_surname, rank, relieved
from search.embedded.state import BEGINNINGS_KEPT, State, trimmed
from search.interface.query import Query
from search.interface.result import Correction, Matched, Told, Understood
from search.interface.schema import Schema
from search.language.conditions import conditions, reworded
from search.language.mending import attempts
from search.language.morphology import is_word
from search.language.reading import (
    Clause,
    Word,
    beginning,
    completed,
    doubted,
    exact,
    is_single,
    named,
    read,
    reading_of,
)
from search.language.replacing import trusted
from search.language.stems import stems
from search.language.stopwords import STOPWORDS, telling
from search.language.tokens import spans, without, words, written

MOST_COMPLETIONS = 40
FEW = 4  # documents up to which the text without its rarest word is offered


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a query as it was searched; `match` is None where no words are left to be searched.

    `offer` names another text that would find something, where the typed one may well be right.
    """

    match: TextMatch | None
    correction: Correction | None = None
    offer: Correction | None = None
    told: Told = field(default_factory=Told)

    @property
    def hits(self) -> BitMap | None:
        return self.match.hits if self.match else None

    @property
    def matched(self) -> Matched:
        """The words to mark in what was found."""
        return self.match.reading.matched if self.match else Matched()

    def applied(self, query: Query) -> Query:
        """The query with what its text says as conditions; what was chosen in a facet stands above the words."""
        said = {one.facet: one.codes for one in self.told.understood}
        return replace(query, filters={**said, **query.filters}) if said else query


@lru_cache(maxsize=16)
def ignored_stems(words: frozenset[str]) -> frozenset[str]:
    """All forms of the words that a schema ignores."""
    return frozenset(stem for word in words for stem in stems(word))


def find_text(state: State, schema: Schema, query: Query) -> Text:
    """The documents of the text of a query: as it is understood, else mended, else without what nobody has."""
    if query.literal or not query.text:
        match = typed_match(state, schema, query)
        return Text(match, told=Told(query.text, tells_nothing=match is None and bool(query.text)))
    typed = _understood(state, schema, query)
    beliefs = _beliefs(state, typed.match) if typed.match else {}
    if typed.match and beliefs:
        typed = replace(typed, match=matching.match(state, doubted(typed.match.reading, beliefs)))
    if typed.match is None or typed.match.hits:
        return _with_wider(typed)
    if not (unknown := typed.match.unmatched()):
        return _with_wider(_relieved(typed))

    def is_known(word: str) -> bool:
        return word not in beliefs and _known(state, schema, word)

    candidates = [_relieved(typed)]
    for attempt in attempts(query.text, unknown, vocabulary(state), is_known):
        mended = _understood(state, schema, replace(query, text=attempt.text))
        if mended.match is None or mended.match.hits:
            if attempt.offered:
                return _with_wider(replace(_relieved(typed), offer=attempt.correction))
            return _with_wider(replace(mended, correction=attempt.correction))
        if not attempt.offered:
            candidates.append(replace(_relieved(mended), correction=attempt.correction))
    # «математека караоке»: one word is mended, the other left out.
    finding = [one for one in candidates if one.match is None or one.hits]
    return _with_wider(min(finding, key=lambda one: len(one.told.left_out)) if finding else candidates[0])


def _understood(state: State, schema: Schema, query: Query) -> Text:
    """The text with its conditions; as plain words where only these find somebody, for nobody is hidden by a guess."""
    query = replace(query, text=reworded(query.text, state.synonyms))
    understood, rest = conditions(query.text, state.synonyms)
    if not understood or _is_a_name(state, understood):
        plain = typed_match(state, schema, query)
        return Text(plain, told=Told(query.text, tells_nothing=plain is None and bool(query.text)))
    match = typed_match(state, schema, replace(query, text=rest)) if rest else None
    text = Text(match, told=Told(rest, understood))
    filters = {one.facet: one.codes for one in understood}
    if facets.narrowed(state, text.hits, filters).hits():
        return text
    plain = typed_match(state, schema, query)
    if plain is not None and plain.hits:
        return Text(plain, told=Told(query.text))
    if match is not None and match.hits:
        return Text(match, told=Told(rest, left_out=tuple(one.typed for one in understood)))
    return text


def _is_a_name(state: State, understood: Sequence[Understood]) -> bool:
    """Whether a single word that could be a condition is somebody's name: «Первая»."""
    single = [named(found[0]) for one in understood if len(found := telling(words(one.typed))) == 1]
    texts = matching.postings(state, single)
    return any(texts.get((Family.NAME, word.text)) for word in single)


def _relieved(text: Text) -> Text:
    """The text without the words that keep it from finding anybody; where that would show strangers, offered."""
    if text.match is None:
        return text
    found, gone = relieved(text.match, text.told.rest)
    left_out = tuple(written(text.told.rest, clause.typed.split()) for clause in gone)
    if found is not None:
        return replace(text, match=found, told=replace(text.told, left_out=left_out))
    dropped = [word for clause in gone for word in clause.typed.split()]
    if len(gone) < len(text.match.found):
        return replace(text, told=replace(text.told, narrow=without(text.told.rest, dropped)))
    if text.told.understood and not has_surname(gone, text.told.rest):
        return replace(text, match=None, told=replace(text.told, left_out=left_out))
    return text


def _with_wider(text: Text) -> Text:
    """The text with the offer to search without its rarest word, where few are found."""
    match = text.match
    if match is None or not 0 < len(match.hits) <= FEW or len(match.found) < 2:
        return text
    rarest, _ = min(zip(match.reading.clauses, match.found, strict=True), key=rank)
    gone = [*rarest.typed.split(), *(word for one in text.told.left_out for word in words(one))]
    return replace(text, told=replace(text.told, narrow=without(text.told.rest, gone)))


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
        word, known = completed_word(state, reading.unfinished), state.synonyms.begun(reading.unfinished)
        reading = completed(reading, word, known)
    match = matching.match(state, reading)
    return match if query.literal else _with_little_names(state, query.text, match)


def _with_little_names(state: State, text: str, match: TextMatch) -> TextMatch:
    """With the names that are stop words elsewhere, where that is what they are here: «Ли Анна»."""
    little = [(text[start].isupper(), word) for start, _, word in spans(text) if word in STOPWORDS]
    if not little or (len(little) == len(match.reading.clauses) and not match.hits):
        return match
    there = matching.postings(state, [named(word) for _, word in little])
    names = [(is_capital, word) for is_capital, word in little if there.get((Family.NAME, word))]
    if not names:
        return match
    clauses = (Clause(word, ((named(word),),)) for _, word in names)
    found = matching.match(state, reading_of((*match.reading.clauses, *clauses)))
    is_said = found.hits and (found.named() or all(is_capital for is_capital, _ in names))
    return found if is_said else match


def _known(state: State, schema: Schema, word: str) -> bool:
    """Whether a word is no typing error: it stands in the index, or it is one that queries are made of."""
    if word in STOPWORDS or state.synonyms.knows(word):
        return True
    if ignored_stems(schema.ignored_words).intersection(stems(word)):
        return True
    known = exact(word)
    return bool(matching.word_tiers(matching.postings(state, [known]), known).anywhere)
