"""The one gate through which raw text enters any engine."""

import re
import unicodedata
from typing import Any

MAX_LENGTH = 240  # characters of a query that are read
MAX_WORDS = 16  # words of a query that are read
MAX_CODE = 100  # characters of a facet code

_SPACE = re.compile(r"\s+")
_KEEP_CONTROLS = {"\t", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"}  # they part words
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(raw: Any) -> str:
    """One line of printable NFC text, at most MAX_WORDS words and MAX_LENGTH characters; never raises."""
    if not isinstance(raw, str):
        raw = "" if raw is None else str(raw)
    # Ten times the limit is enough to find the words; the rest of a megabyte is never looked at.
    text = raw[: MAX_LENGTH * 10]
    if not text.isprintable():
        text = "".join(map(_visible, text))
    words = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip().split(" ")[:MAX_WORDS]
    return " ".join(words)[:MAX_LENGTH].rstrip()


def clean_code(raw: Any) -> str:
    """A facet code without anything invisible; an impossible one becomes empty."""
    if not isinstance(raw, str | int):
        return ""
    text = str(raw)[: MAX_CODE + 1]
    return "" if len(text) > MAX_CODE or not text.isprintable() else text.strip()


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _INVISIBLE


def _visible(char: str) -> str:
    if not _is_invisible(char):
        return char
    return " " if char in _KEEP_CONTROLS else ""
