"""Finds addresses of other sites in what people wrote: in links of a rich text, and written out in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

_WRITTEN = re.compile(r"https?://[^\s<>\"'«»„“”‘’`{}|\\^\[\]]+", re.IGNORECASE)
#: Signs that end a sentence and not an address.
_AFTER = ".,;:!?…"
_MARKUP = re.compile(r"<(?:a|embed|iframe)\b", re.IGNORECASE)
#: What a link of a rich text may begin with and leads to no site.
_NO_SITE = ("#", "/", "mailto:", "tel:", "sms:")

Found = tuple[str, str]  # (address, words of the link)


def addresses_in(value: Any) -> Iterator[Found]:
    """Every address in a value of a field: a string, or lists and mappings of them to any depth."""
    if isinstance(value, str):
        yield from _in_markup(value) if _MARKUP.search(value) else _in_words(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from addresses_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from addresses_in(part)


def _in_words(text: str) -> Iterator[Found]:
    if "://" not in text:
        return
    for found in _WRITTEN.findall(text):
        address = found.rstrip(_AFTER)
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(_AFTER)
        yield address, ""


def _in_markup(text: str) -> Iterator[Found]:
    reader = _Links()
    reader.feed(text)
    reader.close()
    yield from reader.found
    yield from _in_words(" ".join(reader.outside))


class _Links(HTMLParser):
    """Gathers links with their words, and the words outside of links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Found] = []
        self.outside: list[str] = []
        self._open: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self._finish()
            href = (values.get("href") or "").strip()
            self._open = href if href and not href.lower().startswith(_NO_SITE) else ""
            if href.startswith("//"):
                self._open = f"https:{href}"
        elif tag in {"embed", "iframe"}:
            address = (values.get("url") or values.get("src") or "").strip()
            if address.lower().startswith(("http://", "https://")):
                self.found.append((address, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._finish()

    def handle_data(self, data: str) -> None:
        (self.outside if self._open is None else self._words).append(data)

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        if self._open:
            self.found.append((self._open, " ".join("".join(self._words).split())))
        self._open, self._words = None, []
