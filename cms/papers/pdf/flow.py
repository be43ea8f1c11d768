"""Parts of a paper as flowables, tagged in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import Any

from django.utils.translation import gettext as _
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from cms.papers import words
from cms.papers.pdf import pictures, tables
from cms.papers.pdf.inks import WARN, ink
from cms.papers.pdf.inline import Inline
from cms.papers.pdf.pieces import Said
from cms.papers.pdf.styles import Styles
from cms.papers.pdf.tags import Tag
from cms.papers.words import Paper, Style, Words, paragraphs_of


class Flow:
    """Sets the parts of one paper; ``width`` is the length of a line in points."""

    def __init__(self, paper: Paper, styles: Styles, root: Tag, width: float) -> None:
        self.paper, self.styles, self.root, self.width = paper, styles, root, width
        self.is_official = paper.style is Style.OFFICIAL
        self.inline = Inline()
        self._bookmarks = 0
        self._inside_great_part = False

    def whole(self) -> Iterator[Flowable]:
        """Everything, from the letterhead to the list of addresses."""
        if self.paper.letterhead:
            yield from self.set(self.paper.letterhead)
        yield self._heading(self.paper.title, self.styles.title, 0)
        if self.paper.subtitle:
            yield self.said(self.paper.subtitle, self.styles.subtitle)
        for part in self.paper.parts:
            yield from self.set(part)
        if self.inline.links:
            yield from self.set(words.Heading(_("Ссылки"), 3))
            for number, url in enumerate(self.inline.links, 1):
                yield self.said(f"{number}. {url}", self.styles.label)

    def said(self, text: Words, style: ParagraphStyle, tag: Tag | None = None, bullet: str | None = None) -> Said:
        """A paragraph with its tag; without one it becomes a paragraph of the document."""
        said = Said(self.inline.markup(text), style, bulletText=bullet)
        said.tag = tag or self.root.inside("P")
        return said

    @singledispatchmethod
    def set(self, part: Any) -> Iterator[Flowable]:
        """The flowables of a part."""
        raise TypeError(f"No paper knows how to set {type(part).__name__}")

    @set.register
    def _(self, part: words.Heading) -> Iterator[Flowable]:
        level = min(max(part.level, 1), 3)
        depth = level if self._inside_great_part or level == 1 else level - 1
        self._inside_great_part = self._inside_great_part or level == 1
        yield self._heading(part.text, self.styles.headings[level - 1], depth, marked=level < 3)

    def _heading(self, text: str, style: ParagraphStyle, depth: int, marked: bool = True) -> Said:
        said = self.said(text, style, self.root.inside(f"H{depth + 1}"))
        if marked:
            self._bookmarks += 1
            said.bookmark = (f"part-{self._bookmarks}", text, depth)
        return said

    @set.register
    def _(self, part: words.Paragraph) -> Iterator[Flowable]:
        for paragraph in paragraphs_of(part.words) if isinstance(part.words, str) else [part.words]:
            yield self.said(paragraph, self.styles.body)

    @set.register
    def _(self, part: words.Remark) -> Iterator[Flowable]:
        inner = [self.said(part.words, self.styles.remark)]
        yield tables.barred(inner, self.width, ink(self.is_official, WARN))
        yield Spacer(0, 5)

    @set.register
    def _(self, part: words.Numbered) -> Iterator[Flowable]:
        if self.is_official:
            yield self.said([f"{part.number} ", *words.pieces(part.words)], self.styles.numbered)
            return
        before = 24.0 * (max(part.level, 1) - 1)
        indents = {"bulletIndent": before, "leftIndent": before + 24 + 5 * part.number.count(".")}
        style = ParagraphStyle("numbered", self.styles.numbered, **indents)
        yield self.said(part.words, style, bullet=part.number)

    @set.register
    def _(self, part: words.Bullets) -> Iterator[Flowable]:
        whole = self.root.inside("L")
        for item in part.items:
            yield self.said(item, self.styles.item, whole.inside("LI").inside("LBody"), bullet="–")

    @set.register
    def _(self, part: words.Facts) -> Iterator[Flowable]:
        whole = self.root.inside("Table")
        rows = []
        for label, value in part.pairs:
            if words.plain_text(value).strip():
                row = whole.inside("TR")
                name = self.said(label, self.styles.label, row.inside("TH"))
                rows.append([name, self.said(value, self.styles.cell, row.inside("TD"))])
        if rows:
            yield tables.ruled(rows, [self.width * 0.28, self.width * 0.72])
            yield Spacer(0, 6)

    @set.register
    def _(self, part: words.Table) -> Iterator[Flowable]:
        yield from tables.table(self, part)
        yield Spacer(0, 6)

    @set.register
    def _(self, part: words.TwoVoices) -> Iterator[Flowable]:
        yield tables.two_voices(self, part)
        yield Spacer(0, 8)

    @set.register
    def _(self, part: words.Letterhead) -> Iterator[Flowable]:
        yield self.said(part.issuer, self.styles.centred)
        yield self.said(part.kind, self.styles.kind)
        number = f"№ {part.number}"
        right = ParagraphStyle("number", self.styles.approval, alignment=TA_RIGHT)
        yield tables.across(self.said(part.date, self.styles.approval), self.said(number, right), self.width)
        yield Spacer(0, 6)

    @set.register
    def _(self, part: words.Approval) -> Iterator[Flowable]:
        style = ParagraphStyle("approval", self.styles.approval, leftIndent=self.width * 0.54)
        yield self.said("\n".join(part.lines), style)
        yield Spacer(0, 14)

    @set.register
    def _(self, part: words.Signature) -> Iterator[Flowable]:
        yield CondPageBreak(60)
        yield Spacer(0, 18)
        post = self.said(part.post, self.styles.label)
        name = self.said(part.name, self.styles.label) if part.name else None
        yield tables.signed(post, name, self.width)

    @set.register
    def _(self, part: words.Picture) -> Iterator[Flowable]:
        drawn = pictures.drawn(part.content, self.width, self.root, part.alt)
        yield drawn or self.said(part.alt, self.styles.body)
        if words.plain_text(part.caption).strip():
            yield self.said(part.caption, self.styles.label)
        yield Spacer(0, 8)

    @set.register
    def _(self, part: words.NewSheet) -> Iterator[Flowable]:
        yield PageBreak()
