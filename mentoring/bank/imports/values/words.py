"""Spelling brought to one form before two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[a-zа-я0-9]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
#: Latin letters that people type or paste among Russian ones, and what they mean.
_LOOKALIKES = str.maketrans("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук")

_stemmer = Stemmer.Stemmer("russian")


def clean(text: str) -> str:
    """Return the text without invisible characters and spare spaces, in composed letters (й is one character)."""
    return _SPACE.sub(" ", _CONTROL.sub("", unicodedata.normalize("NFC", text))).strip()


def cyrillic(text: str) -> str:
    """Turn Latin letters that only look Russian into Russian ones, word by word, where the word has Russian letters."""
    return re.sub(r"\w+", lambda word: _as_cyrillic(word.group()), text)


def _as_cyrillic(word: str) -> str:
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    return word.translate(_LOOKALIKES)


def has_latin(text: str) -> bool:
    """Whether Latin letters are in the text."""
    return bool(_LATIN.search(text))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case, ё as е, lookalikes mended: the form in which spellings are compared."""
    return cyrillic(clean(text)).lower().replace("ё", "е")


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in their plain form."""
    return tuple(_WORD.findall(plain(text)))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part of a Russian word that its forms share: «начальной» → «начальн»."""
    return str(_stemmer.stemWord(word))


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words."""
    return tuple(stem(word) for word in words(text))


def clean_lines(text: str) -> str:
    """Clean a text line by line, keeping its paragraphs."""
    lines = (clean(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
