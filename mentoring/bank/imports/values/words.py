"""Spelling brought to one form before two texts are compared."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

from cms.plain_text import clean as clean
from cms.plain_text import cyrillic as cyrillic
from cms.plain_text import has_latin as has_latin

_WORD = re.compile(r"[a-zа-я0-9]+")

_stemmer = Stemmer.Stemmer("russian")


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
