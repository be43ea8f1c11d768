"""Which words of a query are given up when nobody has all of them, and when nobody is shown instead."""

from collections.abc import Sequence
from typing import NamedTuple

from pyroaring import BitMap

from search.embedded.matching import Found, TextMatch
from search.language.morphology import is_ordinary, is_personal, is_word, looks_like_surname, parts_of_a_name
from search.language.reading import Clause, reading_of
from search.language.tokens import spans

Pair = tuple[Clause, Found]

_NAMED_AFTER = {"им", "имени"}


class Relief(NamedTuple):
    """What matches without the words of `gone`; `match` is None where nobody may be shown without them."""

    match: TextMatch | None
    gone: tuple[Clause, ...]


def relieved(match: TextMatch, text: str) -> Relief:
    """The match without the clauses that keep it from finding anybody: first those of words, the rarest before others.

    A surname in the `text` is given up last, and nobody is shown under a name that is not theirs.
    """
    pairs = list(zip(match.reading.clauses, match.found, strict=True))
    surnames = _surnames([clause for clause, _ in pairs], text)
    left = [pair for pair in pairs if pair[1].anywhere]
    hits = BitMap()
    while left and not (hits := BitMap.intersection(*(found.anywhere for _, found in left))):
        left.remove(min(left, key=lambda pair: (pair[0] in surnames, *rank(pair))))
    kept = [clause for clause, _ in left]
    gone = tuple(clause for clause, _ in pairs if clause not in kept)
    if not left or _are_strangers(kept, gone, surnames):
        return Relief(None, gone)
    return Relief(TextMatch(reading_of(kept), tuple(found for _, found in left), hits), gone)


def has_surname(clauses: Sequence[Clause], text: str) -> bool:
    """Whether one of these clauses is a surname in this text."""
    return bool(_surnames(clauses, text))


def rank(pair: Pair) -> tuple[bool, int]:
    """What is given up first: words before names of values, the rarest before the others."""
    clause, found = pair
    return bool(clause.targets), len(found.anywhere)


def _surnames(clauses: Sequence[Clause], text: str) -> set[Clause]:
    """The clauses that are surnames in this text."""
    written = list(spans(text))
    if any(word in _NAMED_AFTER for _, _, word in written):
        return set()
    capitals = {word for start, _, word in written if text[start].isupper() and not text.isupper()}
    return {
        clause
        for clause in clauses
        if _is_surname(
            clause.typed.split()[-1],
            is_capital=clause.typed in capitals,
            beside_a_name=any(_is_given(other) for other in clauses if other is not clause),
        )
        and not clause.targets
    }


def _is_surname(word: str, *, is_capital: bool, beside_a_name: bool) -> bool:
    parts = parts_of_a_name(word)
    if is_word(word):
        return parts == {"Surn"} and (beside_a_name or not is_ordinary(word))
    return looks_like_surname(word) and (is_capital or beside_a_name or "Surn" in parts)


def _is_given(clause: Clause) -> bool:
    """Whether it is a given name, a patronymic or an initial."""
    word = clause.typed
    return len(word) == 1 or (is_personal(word) and bool(parts_of_a_name(word) & {"Name", "Patr"}))


def _are_strangers(kept: Sequence[Clause], gone: Sequence[Clause], surnames: set[Clause]) -> bool:
    """Whether those who have what is kept would stand under somebody else's name."""
    if not surnames.isdisjoint(kept):
        return False
    is_first_name = all(_is_given(clause) for clause in kept)
    # A word that no dictionary has, beside a given name, is sooner a mistyped surname than anything else.
    return any(clause in surnames or (is_first_name and _may_be_of_a_name(clause.typed)) for clause in gone)


def _may_be_of_a_name(word: str) -> bool:
    return is_personal(word) or (len(word) > 1 and word.isalpha() and not is_word(word))
