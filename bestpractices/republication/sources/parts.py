"""The parts of which the kinds build their sections; an empty part is left out."""

from __future__ import annotations

from collections.abc import Iterable
from mimetypes import guess_type
from typing import Any

from django.utils.html import format_html, format_html_join, linebreaks

from bestpractices.republication.documents import Block, FactsBlock, FileBlock, PictureBlock, Section, TextBlock
from bestpractices.republication.documents.blocks import Fact
from bestpractices.republication.files import keep
from bestpractices.republication.pictures import SCALED_TYPES, size_of


def section(key: str, title: Any, *blocks: Block | None) -> Section | None:
    """A section of those blocks that say something; None where none does."""
    said = tuple(block for block in blocks if block is not None)
    return Section(key=key, title=str(title), blocks=said) if said else None


def said(sections: Iterable[Section | None]) -> tuple[Section, ...]:
    """The sections that say something."""
    return tuple(part for part in sections if part is not None)


def paragraphs(words: str) -> TextBlock | None:
    """Plain text in paragraphs."""
    return TextBlock(html=str(linebreaks(words.strip(), autoescape=True))) if words.strip() else None


def rich(html: str) -> TextBlock | None:
    """An editor's text with markup."""
    return TextBlock(html=html) if html.strip() else None


def numbered(lines: Iterable[str]) -> TextBlock | None:
    """A numbered list."""
    return _list("<ol>{}</ol>", lines)


def bullets(lines: Iterable[str]) -> TextBlock | None:
    """A list without numbers."""
    return _list("<ul>{}</ul>", lines)


def _list(frame: str, lines: Iterable[str]) -> TextBlock | None:
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines if line.strip()))
    return TextBlock(html=str(format_html(frame, items))) if items else None


def facts(pairs: Iterable[tuple[Any, Any]]) -> FactsBlock | None:
    """Names with what they say; a name without words is left out."""
    kept = tuple(Fact(name=str(name), words=str(words)) for name, words in pairs if name and words)
    return FactsBlock(facts=kept) if kept else None


def picture(document: Any, alt: str) -> PictureBlock | None:
    """A document of the media library that is a picture, kept for the copies; None for every other."""
    if guess_type(document.filename)[0] not in SCALED_TYPES:
        return None
    with document.file.open("rb") as content:
        size = size_of(content)
    if size is None:
        return None
    with document.file.open("rb") as content:
        kept = keep(content, document.filename)
    return PictureBlock(alt=alt, sha256=kept.sha256, width=size[0], height=size[1])


def file(document: Any, title: str) -> FileBlock:
    """A document of the media library, kept for the copies."""
    with document.file.open("rb") as content:
        kept = keep(content, document.filename)
    return FileBlock(title=title, name=document.filename, sha256=kept.sha256, size=kept.size)
