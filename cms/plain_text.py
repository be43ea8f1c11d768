"""Text as people paste it: invisible characters, spare spaces, Latin letters that only look Russian."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
#: Latin letters that people type or paste among Russian ones, and what they mean.
_LOOKALIKES = str.maketrans("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук")


def clean(text: str) -> str:
    """Return the text without invisible characters and spare spaces, in composed letters (й is one character)."""
    return _SPACE.sub(" ", _CONTROL.sub("", unicodedata.normalize("NFC", text))).strip()


def cyrillic(text: str) -> str:
    """Turn Latin letters that only look Russian into Russian ones, word by word, where the word has Russian letters."""
    return re.sub(r"\w+", lambda word: _as_cyrillic(word.group()), text)


def _as_cyrillic(word: str) -> str:
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    return lookalikes(word)


def lookalikes(word: str) -> str:
    """The word with every Latin letter that has a Russian double replaced by it."""
    return word.translate(_LOOKALIKES)


def has_latin(text: str) -> bool:
    """Whether Latin letters are in the text."""
    return bool(_LATIN.search(text))
