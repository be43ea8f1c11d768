"""Characters that nobody means to type: control characters, marks of direction, halves of pairs."""

from __future__ import annotations

import json
import re
from typing import Any

#: Pasted out of a word processor these end a line or a paragraph.
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
#: C0 without tab and the ends of lines, DEL, C1, marks of direction, zero widths, BOM, what is no character.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_ANY = re.compile(f"{_BREAKS.pattern}|{_UNSEEN.pattern}")
#: The same as JSON writes them; what is found here is looked at properly.
_ESCAPED = re.compile(r"\\u(?:00[0189][0-9a-f]|007f|061c|20[0-6]|feff|ff[ef]|fdd|fde|d[89a-f])|\\[bf]", re.IGNORECASE)


def seen_only(text: str, *, line_end: str = " ") -> str:
    """The text without characters that nobody sees; what breaks a line becomes ``line_end``."""
    if not _ANY.search(text):
        return text
    return _UNSEEN.sub("", _BREAKS.sub(line_end, text))


def seen_only_in(value: Any) -> Any:
    """The same for everything that JSON can hold, nested JSON in a string too; keys stay."""
    if isinstance(value, str):
        return json_seen_only(value) if value[:1] in ("[", "{") else seen_only(value)
    if isinstance(value, dict):
        return {key: seen_only_in(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [seen_only_in(part) for part in value]
    return value


def json_seen_only(text: str) -> str:
    """JSON as a string, its texts cleaned; what is no JSON is cleaned as a text."""
    if not (_ESCAPED.search(text) or _ANY.search(text)):
        return text
    try:
        return json.dumps(seen_only_in(json.loads(text, strict=False)))
    except ValueError:
        return seen_only(text)
