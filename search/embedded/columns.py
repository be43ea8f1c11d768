"""Counts the codes of a few documents by looking each of them up, where a facet has hundreds of codes."""

from array import array
from collections import Counter
from collections.abc import Mapping

from pyroaring import BitMap

FEWEST_CODES = 64  # with fewer codes, asking the bitmap of each is as fast
DOCUMENTS_A_CODE = 3  # up to so many documents for each code, looking them up is faster


class Column:
    """The one code of each document. Two bytes a document."""

    def __init__(self, codes: Mapping[str, BitMap]) -> None:
        self._codes = list(codes)
        last = max((bitmap.max() for bitmap in codes.values() if bitmap), default=-1)
        self._places = array("H", bytes(2 * (last + 1)))  # 0: a document without a code
        for place, bitmap in enumerate(codes.values(), start=1):
            for number in bitmap:
                self._places[number] = place

    def counts(self, scope: BitMap) -> dict[str, int] | None:
        """How many of these documents have each code; None where counting by bitmaps is the faster way."""
        size = len(scope)
        if size > DOCUMENTS_A_CODE * len(self._codes) or (size and scope.max() >= len(self._places)):
            return None
        found = dict.fromkeys(self._codes, 0)
        for place, number in Counter(map(self._places.__getitem__, scope)).items():
            if place:
                found[self._codes[place - 1]] = number
        return found


def column_of(codes: Mapping[str, BitMap]) -> Column | None:
    """The column of a facet; None for one of few codes, or of which a document has two."""
    if not FEWEST_CODES <= len(codes) < 65_535:
        return None
    several = sum(map(len, codes.values())) > len(BitMap.union(*codes.values()))
    return None if several else Column(codes)
