"""What changed between two versions of a page, section by section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import unescape

from bestpractices.republication.documents.blocks import (
    Block,
    FactsBlock,
    FileBlock,
    PictureBlock,
    Section,
    TableBlock,
    TextBlock,
)
from bestpractices.republication.documents.document import Document

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(p|li|h3|h4|blockquote)>|<br>")
_WORD = re.compile(r"\S+|\n")


class Change(StrEnum):
    """What happened to a section."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stayed, came or went: ``side`` is «same», «new» or «old»."""

    side: str
    words: str


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """A section that is not the same on both sides."""

    key: str
    title: str
    change: Change
    runs: tuple[Run, ...]


def differ(old: Document, new: Document) -> bool:
    """Whether ``differences`` would name any section; compares no words."""
    return {section.key: section for section in old.sections} != {section.key: section for section in new.sections}


def differences(old: Document, new: Document) -> tuple[SectionDifference, ...]:
    """The sections that differ, in the order of the new version; what is gone stands last."""
    before = {section.key: section for section in old.sections}
    after = {section.key: section for section in new.sections}
    return (
        *(_difference(before.get(key), section) for key, section in after.items() if before.get(key) != section),
        *(_difference(section, None) for key, section in before.items() if key not in after),
    )


def _difference(old: Section | None, new: Section | None) -> SectionDifference:
    shown = new or old
    assert shown is not None
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.REWORDED
    runs = tuple(word_runs(words(old) if old else "", words(new) if new else ""))
    return SectionDifference(shown.key, shown.title, change, runs)


def words(section: Section) -> str:
    """A section as plain text, a line for each paragraph."""
    return "\n".join(filter(None, (section.title, *(_block_words(block) for block in section.blocks))))


def _block_words(block: Block) -> str:
    if isinstance(block, TextBlock):
        return _plain(block.html)
    if isinstance(block, FactsBlock):
        return "\n".join(f"{fact.name}: {fact.words}" for fact in block.facts)
    if isinstance(block, TableBlock):
        return "\n".join(" | ".join(row) for row in (block.head, *block.rows))
    if isinstance(block, FileBlock):
        return f"{block.title} ({block.name}, {block.sha256[:8]})"
    if isinstance(block, PictureBlock):
        return f"{block.alt} ({block.sha256[:8]})"
    return "\n".join((block.question, f"‹ {_plain(block.mentor)}", f"› {_plain(block.mentee)}"))


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _BREAK.sub("\n", html))).strip()


def word_runs(old: str, new: str) -> Iterator[Run]:
    """The words of both texts in one row, each marked as kept, new or gone."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run("same", " ".join(before[i1:i2]))
            continue
        if i2 > i1:
            yield Run("old", " ".join(before[i1:i2]))
        if j2 > j1:
            yield Run("new", " ".join(after[j1:j2]))
