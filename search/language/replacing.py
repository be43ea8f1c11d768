"""Which words may be searched in place of a typed one, and which are only offered beside what was found."""

from typing import NamedTuple

from search.language.errors import TOO_FAR
from search.language.morphology import is_ordinary, is_personal, is_surname, is_word, looks_like_surname
from search.language.spelling import LONG, Near, Vocabulary, is_near
from search.language.stems import snowball, stems

ONE_ERROR = 100
SOUNDS_ALIKE = 50  # hundredths of an error: up to here the word sounds as it was typed
SHORTEST_OFFERED_FOR = 5  # letters of a dictionary word that another is offered for
SHARED_ENDING = 3  # letters
LONG_BEGINNING = 6  # letters; less is sooner an unfinished word than a mistyped one, unless both sound alike
#: What it costs that a word is found by its stem alone: a stem of three letters says little.
STEM_COSTS = {0: 100, 1: 100, 2: 100, 3: 100, 4: 60}
USUAL_STEM_COST = 30


class Replacement(NamedTuple):
    """A word in place of a typed one; `offered`: the typed one may well be right, so this is no more than an offer."""

    word: str
    cost: int
    offered: bool


class Trust(NamedTuple):
    """What counts of a word that nobody wrote as it is typed."""

    stem: bool
    beginning: bool


def replacements(typed: str, vocabulary: Vocabulary) -> list[Replacement]:
    """What a normalised word may have been meant to be, the likeliest first and offers last.

    A word that the dictionary knows is never replaced. Nobody is shown under somebody else's surname, unless the two
    sound alike.
    """
    near = vocabulary.near(typed)
    if is_word(typed):
        return [Replacement(one.word, one.cost, True) for one in near if _may_be_offered(typed, one, vocabulary)]
    surname = looks_like_surname(typed)
    found = [
        Replacement(one.word, one.cost, _is_risky(one))
        for one in near
        if not surname or _may_be_surname(typed, one, vocabulary)
    ]
    return sorted(found, key=lambda one: one.offered)


def trusted(typed: str, vocabulary: Vocabulary, *, by_stem: bool, unfinished: bool) -> Trust:
    """How far to believe what documents have in common with a word that none of them has as it is typed.

    `by_stem`: they have its stem; `unfinished`: they have words that begin so.
    """
    found = (
        one for one in replacements(typed, vocabulary) if not one.offered and snowball(one.word) != snowball(typed)
    )
    nearest = next(found, None)
    stem = by_stem and _has_forms(typed, vocabulary) and (nearest is None or nearest.cost >= _stem_cost(typed))
    return Trust(stem, unfinished and (stem or nearest is None or _is_sooner_unfinished(typed, nearest)))


def _has_forms(typed: str, vocabulary: Vocabulary) -> bool:
    """Whether a word with the same stem is the typed one with another ending, not just any that begins alike."""
    alike = [word for stem in stems(typed) for word in vocabulary.family(stem)]
    # The dictionary knows all forms of a word or none, so what it does not know is told apart by the stem alone.
    return any(not is_word(word) or is_near(typed, word) for word in alike)


def _stem_cost(typed: str) -> int:
    return STEM_COSTS.get(len(snowball(typed)), USUAL_STEM_COST)


def _is_sooner_unfinished(beginning: str, nearest: Replacement) -> bool:
    if nearest.word.startswith(beginning):
        return True
    return len(beginning) < LONG_BEGINNING and nearest.cost > SOUNDS_ALIKE


def _is_risky(near: Near) -> bool:
    """Whether it would show people under a surname that is not theirs; given names are few, and known."""
    may_be_surname = is_surname(near.word) or not is_word(near.word)
    return near.is_name and near.cost > (SOUNDS_ALIKE if may_be_surname else ONE_ERROR)


def _may_be_surname(typed: str, near: Near, vocabulary: Vocabulary) -> bool:
    """Whether what ends as surnames do may be this word: a name, or one that sounds so, or ends so."""
    ends_alike = near.word[-SHARED_ENDING:] == typed[-SHARED_ENDING:]
    is_written = near.word in vocabulary or near.word[0] == typed[0]
    return near.is_name or near.cost <= SOUNDS_ALIKE or (ends_alike and is_written)


def _may_be_offered(typed: str, near: Near, vocabulary: Vocabulary) -> bool:
    """Whether somebody who typed one right word may have meant another: names for names, words for words."""
    most = TOO_FAR if len(typed) >= LONG else SOUNDS_ALIKE
    if len(typed) < SHORTEST_OFFERED_FOR or near.cost > most or near.word not in vocabulary:
        return False
    return (near.is_name and is_personal(typed)) or (not near.is_name and is_ordinary(typed))
