"""A paper becomes the bytes of a PDF."""

from __future__ import annotations

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


def to_pdf(paper: Paper) -> bytes:
    """The paper as a tagged A4 PDF; the same paper gives the same bytes.

    It is set twice: how many sheets there are is known after the first time.
    """
    with WRITING:
        register_fonts()
        total = _set(paper, 0)[1]
        return _set(paper, total)[0]


def _set(paper: Paper, total: int) -> tuple[bytes, int]:
    """The bytes, and the number of sheets."""
    look = styles.official() if paper.style is Style.OFFICIAL else styles.duet()
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
    return output.getvalue(), document.page
