"""Addresses that differ in one letter: one of the two was probably copied or typed with an error."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, zip_longest

from rapidfuzz.distance import Levenshtein

#: Shorter words differ in a letter by their nature («/a/», «/b/»).
SHORTEST_WORD = 5
#: No two of longer addresses are compared.
LONGEST = 400
_WORD = re.compile(r"[^/?&=#.]+")
_RUN = re.compile(r"[^\W_]+")
#: Keys that machines give («VmngHj8aELMh8A», 32 hexadecimal digits): every sign of them counts.
_KEY = re.compile(r"(?=.{8})(?=.*[a-z0-9][A-Z])(?=.*[a-z]).*|(?=.*\d)(?=.*[a-f])[0-9a-f]{12,}")


def find_lookalikes(addresses: Iterable[str]) -> list[tuple[str, str]]:
    """Every pair of addresses that look alike, in alphabetical order.

    Only addresses that share all but one sign are compared, so the work grows with the number of addresses.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for address in set(addresses):
        for shadow in _shadows(_plain(address)):
            groups[shadow].add(address)
    pairs = {pair for group in groups.values() if len(group) > 1 for pair in combinations(sorted(group), 2)}
    return sorted(pair for pair in pairs if look_alike(*pair))


def look_alike(one: str, other: str) -> bool:
    """Whether two different addresses differ so little that one of them is probably wrong."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return False
    if first.casefold() == second.casefold():
        return True
    if Levenshtein.distance(first, second, score_cutoff=1) != 1:
        return False
    longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
    signs = enumerate(zip_longest(longer, shorter))
    place = next(place for place, (one_sign, other_sign) in signs if one_sign != other_sign)
    return _counts(longer, shorter, place)


def _counts(longer: str, shorter: str, place: int) -> bool:
    """Whether the sign at this place is a letter of a word, or any sign of a key."""
    signs = longer[place] + (shorter[place : place + 1] if len(longer) == len(shorter) else "")
    if not all(sign.isalnum() for sign in signs):
        return False
    if _KEY.fullmatch(_around(_RUN, longer, place)):
        return True
    word = _around(_WORD, longer, place)
    # «document» and «documents» are two words; «metdika» is none.
    at_the_end = len(longer) != len(shorter) and not _around(_WORD, longer, place + 1)
    return signs.isalpha() and len(word) >= SHORTEST_WORD and not at_the_end


def _around(pattern: re.Pattern[str], text: str, place: int) -> str:
    for found in pattern.finditer(text):
        if found.start() <= place < found.end():
            return found.group()
    return ""


def _plain(address: str) -> str:
    """An address without what does not tell one page from another."""
    return re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")


def _shadows(plain: str) -> Iterator[str]:
    """What two addresses share that differ in one sign at most."""
    if len(plain) > LONGEST:
        return
    folded = plain.casefold()
    yield folded
    for place in range(len(folded)):
        yield folded[:place] + folded[place + 1 :]
