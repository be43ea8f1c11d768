"""The flowables of reportlab that know their place in the structure of the document."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Paragraph, Table

from cms.papers.pdf.tags import Tag


class Said(Paragraph):
    """A paragraph with its tag; a heading leaves a bookmark, too."""

    tag: Tag | None = None
    bookmark: tuple[str, str, int] | None = None  # key, words, level from 0

    def draw(self) -> None:
        if self.bookmark:
            key, words, level = self.bookmark
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, level)
        with self.canv.drawing(self.tag):
            super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        halves: list[Any] = super().split(width, height)
        for half in halves:
            half.tag = self.tag
        if halves and self.bookmark:
            halves[0].bookmark = self.bookmark
        return halves


class Grid(Table):
    """A table whose lines are ornament: what its cells say is tagged in the cells themselves."""

    def _drawBkgrnd(self) -> None:
        with self.canv.drawing(None):
            super()._drawBkgrnd()

    def _drawLines(self) -> None:
        with self.canv.drawing(None):
            super()._drawLines()


class SignatureLine(Flowable):
    """The line on which a paper is signed."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, 14.0

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.drawing(None):
            self.canv.setLineWidth(0.5)
            self.canv.line(0, 0, self.width, 0)
