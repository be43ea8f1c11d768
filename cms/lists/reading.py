"""What was typed over a list, as words; the search, which this floor does not know, tells their forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

#: Words of one query that are looked for.
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A word in lower case, ё as е; ``stems`` of its forms as a common word, ``bases`` of its forms as a name."""

    word: str
    stems: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


Reader = Callable[[str], Sequence[Asked]]


def plain(query: str) -> list[Asked]:
    """The words as they are typed."""
    text = unicodedata.normalize("NFC", query[:1000]).lower().replace("ё", "е")
    return [Asked(word) for word in re.findall(r"[^\W_]+", text)]


class Readers:
    """Who reads queries: the search takes this office at start-up."""

    def __init__(self) -> None:
        self._reader: Reader = plain

    def appoint(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, query: str) -> list[Asked]:
        """The words of a query that tell something, each once."""
        return list(dict.fromkeys(self._reader(query)))[:MOST_WORDS]


readers = Readers()
