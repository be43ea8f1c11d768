"""Whether two written names are one person's; order, capitals, ё and a missing patronymic make no other person."""

from __future__ import annotations

#: With fewer words a name fits too many people.
_FEWEST = 2


def is_same_person(one: str, other: str) -> bool:
    """Whether every word of the shorter name stands in the longer one; a single word is nobody in particular.

    Initials stand for the words that they begin, if as many parts are written on both sides.
    """
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if len(shorter) < _FEWEST:
        return False
    left = list(longer)
    for word in shorter:  # whole words first, so that an initial does not take the place of one
        if len(word) > 1 and word in left:
            left.remove(word)
    rest = [word for word in shorter if len(word) == 1 or word not in longer]
    if not rest:
        return True
    return len(shorter) == len(longer) > len(rest) and all(_takes(word, left) for word in rest)


def _takes(word: str, left: list[str]) -> bool:
    """Take the word that is meant out of those left; only an initial on one of the sides may stand for the other."""
    found = next((other for other in left if other[0] == word[0] and 1 in {len(word), len(other)}), None)
    if found is not None:
        left.remove(found)
    return found is not None


def _words(name: str) -> list[str]:
    return name.lower().replace("ё", "е").replace(".", " ").split()
