"""The chapters as the files of ``docs/guide`` hold them; the list in README.md gives their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cms.places import GUIDE

START = "README"
LISTED = re.compile(r"^\d+\. \[(?P<title>[^\]]+)\]\((?P<slug>[a-z-]+)\.md\)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter's place in the guide."""

    slug: str
    title: str


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """All chapters in the order of the guide's own list."""
    listed = LISTED.finditer((GUIDE / f"{START}.md").read_text(encoding="utf-8"))
    return tuple(Chapter(found["slug"], found["title"]) for found in listed)


@lru_cache(maxsize=32)
def words_of(slug: str, address: Callable[[str], str]) -> SafeString:
    """A chapter's HTML without its title; ``address`` says where a link or picture of the file leads in the admin."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse((GUIDE / f"{slug}.md").read_text(encoding="utf-8"))
    _lead(tokens, address)
    # The files come with the product, and markup inside them is printed as typed.
    return mark_safe(reader.renderer.render(_without_title(tokens), reader.options, {}))


def _without_title(tokens: list[Token]) -> list[Token]:
    """The page has its title already, and under ``h1`` come ``h2``, as in the file."""
    return tokens[3:] if tokens and tokens[0].tag == "h1" else tokens


def _lead(tokens: list[Token], address: Callable[[str], str]) -> None:
    for token in tokens:
        for attribute in ("href", "src"):
            if attribute in token.attrs:
                token.attrs[attribute] = address(str(token.attrs[attribute]))
        _lead(token.children or [], address)
