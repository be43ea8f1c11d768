"""A paper becomes the bytes of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from cms.papers.pdf import styles
from cms.papers.pdf.flow import Flow
from cms.papers.pdf.fonts import WRITING, register_fonts
from cms.papers.pdf.sheet import Sheet
from cms.papers.pdf.tags import Tag, TaggedCanvas
from cms.papers.words import Paper, Style

#: The last of several sheets holds at least this part of a sheet.
LEAST_FILLED = 0.15
#: What is tried where it does not: how far lines stand from each other, nearer first.
SPREADS = (0.97, 0.94, 0.91, 1.04, 1.08, 1.12)
#: A paper of more sheets is set as it comes.
LONGEST = 12


def to_pdf(paper: Paper) -> bytes:
    """The paper as a tagged A4 PDF; the same paper gives the same bytes.

    It is set twice: how many sheets there are is known after the first time. Where a few lines would stand alone on the
    last sheet, the lines come a little nearer to each other or a little apart.
    """
    with WRITING:
        register_fonts()
        found = _set(paper, 0)
        if found.is_nearly_empty and found.sheets <= LONGEST:
            found = next((one for spread in SPREADS if not (one := _set(paper, 0, spread)).is_nearly_empty), found)
        return _set(paper, found.sheets, found.spread).content


@dataclass(frozen=True)
class _Sheets:
    """A paper that was set: its bytes, its sheets, and which part of the last one is filled."""

    content: bytes
    sheets: int
    spread: float
    last_filled: float

    @property
    def is_nearly_empty(self) -> bool:
        """Whether the last of several sheets holds next to nothing."""
        return self.sheets > 1 and self.last_filled < LEAST_FILLED


def _set(paper: Paper, total: int, spread: float = 1.0) -> _Sheets:
    """The paper with lines ``spread`` times as far from each other as usual."""
    look = styles.official() if paper.style is Style.OFFICIAL else styles.duet()
    look = styles.spread(look, spread)
    sheet = Sheet(paper, look)
    fields, output = sheet.fields, BytesIO()
    document = BaseDocTemplate(
        output,
        pagesize=A4,
        title=paper.title,
        author=paper.author or paper.bank,
        creator="Дуэт",
        lang="ru-RU",
        invariant=1,
        displayDocTitle=1,
    )
    height = A4[1] - fields.top - fields.head - sheet.bottom
    frame = Frame(fields.left, sheet.bottom, fields.width, height, 0, 0, 0, 0)

    def draw(canvas: Any, doc: Any) -> None:
        sheet.draw(canvas, doc.page, total)

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=draw))
    root = Tag("Document")
    story = list(Flow(paper, look, root, fields.width).whole())
    document.build(story, canvasmaker=partial(TaggedCanvas, root=root))
    filled = (sheet.bottom + height - document.frame._y) / height
    return _Sheets(output.getvalue(), document.page, spread, filled)
