"""From raw text to normalised words: NFC, lower case, ё as е, no accents, soft hyphens or apostrophes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

MOST_INITIALS = 4  # letters of a text that may be capitals for being initials
MAX_WORD = 60  # characters; longer runs are addresses or noise

# A run of letters and digits; an accent, a soft hyphen or an apostrophe does not end it.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad'’ʼ]+[^\W_]+)*[\u0300-\u036f]*")
_HYPHEN = re.compile(r"[^\W_][-‐‑]$")  # close to the word before
_DROPPED = re.compile(r"[\u0300-\u036f\u00ad'’ʼ]")


@lru_cache(maxsize=4096)
def normal(word: str) -> str:
    """The form in which words are compared."""
    composed = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return _DROPPED.sub("", composed)[:MAX_WORD]


@dataclass(frozen=True, slots=True)
class Token:
    """A normalised word, and how it is written: in capitals, before a dot, behind a hyphen, behind a «№»."""

    word: str
    is_upper: bool = False
    is_capital: bool = False
    has_dot: bool = False
    follows_hyphen: bool = False
    follows_number_sign: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The words of the text with what their spelling tells; in a text all of capitals they tell nothing."""
    shouted = text.isupper() and len(text) > MOST_INITIALS
    for match in _WORD.finditer(text):
        if word := normal(match.group()):
            before = text[: match.start()]
            yield Token(
                word,
                is_upper=match.group().isupper() and not shouted,
                is_capital=match.group()[0].isupper() and not shouted,
                has_dot=text.startswith(".", match.end()),
                follows_hyphen=bool(_HYPHEN.search(before)),
                follows_number_sign=before.rstrip().endswith(("№", "#")),
            )


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word of the text as (start, end, normalised), offsets in characters of the text as given."""
    for match in _WORD.finditer(text):
        if word := normal(match.group()):
            yield match.start(), match.end(), word


def without(text: str, dropped: Iterable[str]) -> str:
    """The text without these normalised words, as it is written; what stood between the words becomes a space."""
    gone = set(dropped)
    return " ".join(text[start:end] for start, end, word in spans(text) if word not in gone)


def written(text: str, wanted: Iterable[str]) -> str:
    """Only these normalised words of the text, as they are written there."""
    kept = set(wanted)
    return " ".join(text[start:end] for start, end, word in spans(text) if word in kept)


def words(text: str) -> list[str]:
    """The normalised words of the text, in order."""
    return list(filter(None, map(normal, _WORD.findall(text))))
