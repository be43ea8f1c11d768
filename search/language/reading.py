"""A query as engines see it: clauses that must all match, each a choice of phrases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from search.interface.result import Matched
from search.language.meanings import Target
from search.language.names import SHORT_SURNAMES, name_keys
from search.language.proper import Whole, apart
from search.language.schools import kind_term
from search.language.stems import lemma_terms, snowball, stems
from search.language.stopwords import STOPWORDS
from search.language.synonyms import Known, Synonyms

SHORTEST_BEGINNING = 2  # letters from which the last word is looked for as a beginning as well


@dataclass(frozen=True, slots=True)
class Word:
    """One word with everything that counts as this word: stems in titles and bodies, keys in names."""

    text: str
    stems: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What was typed, and the phrases of which one is enough; all words of a phrase must be there.

    The first phrase is the typed one, its synonyms weigh less. Whoever has one of the `targets` matches best of all. A
    document that has only `weaker` phrases is found as well, below every document that has one of `phrases`.
    """

    typed: str
    phrases: tuple[tuple[Word, ...], ...]
    weaker: tuple[tuple[Word, ...], ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def words(self) -> Iterable[Word]:
        """Every word of every phrase."""
        return (word for phrase in (*self.phrases, *self.weaker) for word in phrase)


@dataclass(frozen=True, slots=True)
class Reading:
    """The clauses of a query; none of them: the query has no text that tells anything.

    `unfinished` is the last word of the last clause, where it may be the beginning of a word; else empty.
    """

    clauses: tuple[Clause, ...] = ()
    matched: Matched = field(default_factory=Matched)
    unfinished: str = ""


def reading_of(clauses: Iterable[Clause], unfinished: str = "") -> Reading:
    """These clauses, and the words that count as found when they match."""
    kept = tuple(clauses)
    found = [word for clause in kept for word in clause.words]
    stemmed = frozenset(stem for word in found for stem in word.stems)
    names = frozenset(name for word in found for name in word.names)
    return Reading(kept, Matched(stemmed, names), unfinished)


def exact(word: str) -> Word:
    """A word of which all forms count."""
    return Word(word, stems(word), name_keys(word))


def beginning(prefix: str, completions: Iterable[str]) -> Word:
    """A word of which perhaps only the beginning was typed; `completions` are words of the index as they stand there.

    Each is a key of its own in names, and its own stem leads to it in texts: no dictionary is asked.
    """
    found = tuple(completions)
    return Word(prefix, tuple(dict.fromkeys(map(snowball, found))), found)


def is_single(clause: Clause) -> bool:
    """Whether the clause is one typed word without synonyms; a school with its number is none."""
    alone = len(clause.phrases) == 1 and len(clause.phrases[0]) == 1 and not clause.targets
    return alone and " " not in clause.typed


def doubted(reading: Reading, beliefs: Mapping[str, bool]) -> Reading:
    """The same clauses, but these typed words do not count by their stem, by their beginning only where it says so."""
    return reading_of(
        (
            replace(
                clause,
                phrases=tuple(tuple(replace(word, stems=()) for word in phrase) for phrase in clause.phrases),
                weaker=clause.weaker if beliefs[clause.typed] else (),
            )
            if clause.typed in beliefs
            else clause
            for clause in reading.clauses
        ),
        reading.unfinished,
    )


@lru_cache(maxsize=256)
def read(text: str, synonyms: Synonyms, ignored: frozenset[str] = frozenset()) -> Reading:
    """The clauses of this text, without words that tell nothing and without repetitions.

    `ignored` are stems. A text of stop words alone may still be a name: «Ли».
    """
    parts = apart(text)
    perhaps = {name.typed: _whole(name) for name in parts.perhaps}
    typed = [word for word in parts.left if word in perhaps or word not in STOPWORDS]
    if not typed and not parts.names:
        return reading_of(Clause(word, ((named(word),),)) for word in dict.fromkeys(parts.left))
    clauses = {name.phrases: name for name in map(_whole, parts.names)}
    start = 0
    while start < len(typed):
        known = synonyms.at(typed, start)
        if known is not None and tells_nothing(known.phrase, ignored):
            known = None
        here = typed[start : start + (len(known.phrase) if known else 1)]
        start += len(here)
        if known is None and tells_nothing(here, ignored):
            continue
        clause = perhaps.get(here[0]) if known is None else None
        clause = clause or _clause(here, known)
        clauses.pop(clause.phrases, None)  # said twice: the later place counts, the last word is looked for there
        clauses[clause.phrases] = clause
    # The last word may be unfinished, and its clause is looked for at the end.
    kept = sorted(clauses.values(), key=lambda clause: clause.typed.split()[-1] == parts.last)
    return reading_of(kept, _unfinished(parts.last, kept))


def _whole(name: Whole) -> Clause:
    phrases, weaker = (
        tuple(tuple(Word(*term) for term in phrase) for phrase in alternatives)
        for alternatives in (name.phrases, name.weaker)
    )
    return Clause(name.typed, phrases, weaker)


def named(word: str) -> Word:
    """A word that counts in people's names alone."""
    return Word(word, (), name_keys(word))


def tells_nothing(phrase: Iterable[str], ignored: frozenset[str]) -> bool:
    """Whether all these words have stems that are ignored."""
    return bool(ignored) and all(ignored.intersection(stems(word)) for word in phrase)


def _clause(typed: Sequence[str], known: Known | None) -> Clause:
    own = tuple(map(exact, typed))
    if known is None and (term := kind_term(typed[0])):
        # A school of this kind stands before all that speaks of one.
        return Clause(typed[0], ((Word(typed[0], (term,), ()),),), (own,))
    if known is None:
        return _by_lemmas(" ".join(typed), own)
    # As it was typed, and as the group writes it: «физвоспитанием», «нач классы».
    spelled = tuple(map(_both, own, map(exact, known.phrase)))
    synonyms = (tuple(map(exact, phrase)) for phrase in known.others)
    return Clause(" ".join(typed), (spelled, *synonyms), targets=known.targets)


def _by_lemmas(typed: str, own: tuple[Word, ...]) -> Clause:
    """Forms of the very words first, below them their kin; a word that the dictionary does not know is its stem."""
    precise = tuple(replace(word, stems=lemma_terms(word.text) or word.stems) for word in own)
    return Clause(typed, (precise,), () if precise == own else (own,))


def _both(one: Word, other: Word) -> Word:
    stemmed, names = dict.fromkeys((*one.stems, *other.stems)), dict.fromkeys((*one.names, *other.names))
    return Word(other.text, tuple(stemmed), tuple(names))


def _unfinished(last: str, clauses: Sequence[Clause]) -> str:
    """The last word, where it is one that tells something and is long enough to be the beginning of another."""
    if not clauses or clauses[-1].typed.split()[-1] != last or last in SHORT_SURNAMES:
        return ""
    return last if len(last) >= SHORTEST_BEGINNING and last.isalpha() else ""


def completed(reading: Reading, word: Word, known: Known | None = None) -> Reading:
    """The reading with `word`, a beginning, wherever the unfinished word stands: whole words first, then those.

    `known` is what all known words with this beginning mean: whoever has its values comes first, as for a whole word.
    """
    *others, last = reading.clauses
    *before, typed = map(exact, last.typed.split())
    if not last.phrases[0][-1].stems:  # it counts in names alone
        typed, word = replace(typed, stems=()), replace(word, stems=())
    elif known is not None and is_single(last):
        phrases = tuple(tuple(map(exact, phrase)) for phrase in (known.phrase, *known.others))
        last = replace(last, weaker=(*last.weaker, *phrases), targets=known.targets)
    is_finished = set(word.stems) <= set(typed.stems) and set(word.names) <= set(typed.names)
    if is_finished and last is reading.clauses[-1]:
        return reading  # no other word begins so, and nothing else is meant
    return reading_of((*others, replace(last, weaker=(*last.weaker, (*before, word)))))
