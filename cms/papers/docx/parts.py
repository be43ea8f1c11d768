"""Parts of a paper as paragraphs and tables of a DOCX."""

from __future__ import annotations

from functools import singledispatchmethod
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm, Pt

from cms.papers import words
from cms.papers.docx.look import Look
from cms.papers.docx.tables import repeat_head, set_widths
from cms.papers.text import printable_lines
from cms.papers.words import Link, Paper, Strong, Style, Voice, Words, paragraphs_of, pieces, plain_text

INDENT = Mm(12.5)
#: How much of a line a picture takes.
PICTURE_SHARE = 0.75


class Body:
    """Writes the parts of one paper into a document; ``links`` are the addresses in the order of their numbers."""

    def __init__(self, paper: Paper, document: Document, look: Look) -> None:
        self.document, self.look = document, look
        self.is_official = paper.style is Style.OFFICIAL
        fields = look.fields
        self.width = Mm(210 - fields[0] - fields[1])
        self.links: list[str] = []

    def say(self, text: Words, paragraph: Any | None = None, style: str | None = None) -> Any:
        """Write words into a paragraph, a new one unless it is given."""
        paragraph = paragraph if paragraph is not None else self.document.add_paragraph(style=style)
        for piece in pieces(text):
            plain = piece if isinstance(piece, str) else piece.text
            run = paragraph.add_run("\n".join(printable_lines(plain)))
            run.bold = True if isinstance(piece, Strong) else None
            if isinstance(piece, Link) and words.is_address(piece.url):
                if piece.url not in self.links:
                    self.links.append(piece.url)
                paragraph.add_run(str(self.links.index(piece.url) + 1)).font.superscript = True
        return paragraph

    def add_links(self) -> None:
        """The list of addresses, where there are any."""
        if self.links:
            self.add(words.Heading(_("Ссылки"), 3))
            for number, url in enumerate(self.links, 1):
                self.say(f"{number}. {url}")

    @singledispatchmethod
    def add(self, part: Any) -> None:
        """Write a part."""
        raise TypeError(f"No paper knows how to write {type(part).__name__}")

    @add.register
    def _(self, part: words.Heading) -> None:
        heading = self.say(part.text, style=f"Heading {min(max(part.level, 1), 3)}")
        if self.is_official and part.level < 3:
            heading.alignment = WD_ALIGN_PARAGRAPH.CENTER

    @add.register
    def _(self, part: words.Paragraph) -> None:
        for text in paragraphs_of(part.words) if isinstance(part.words, str) else [part.words]:
            self._in_body(self.say(text))

    @add.register
    def _(self, part: words.Remark) -> None:
        paragraph = self.say([Strong("! "), *pieces(part.words)])
        paragraph.paragraph_format.left_indent = Mm(4)

    @add.register
    def _(self, part: words.Numbered) -> None:
        paragraph = self.say([f"{part.number} ", *pieces(part.words)])
        self._in_body(paragraph)
        if not self.is_official:
            paragraph.paragraph_format.left_indent = Mm(7 * (part.level - 1))

    @add.register
    def _(self, part: words.Bullets) -> None:
        for item in part.items:
            self.say(item, style="List Bullet")

    @add.register
    def _(self, part: words.Facts) -> None:
        rows = [(label, value) for label, value in part.pairs if plain_text(value).strip()]
        self.add(words.Table([], rows, widths=(28, 72)))

    @add.register
    def _(self, part: words.Table) -> None:
        columns = len(part.head) or max((len(row) for row in part.rows), default=0)
        if not columns:
            return
        table = self.document.add_table(rows=0, cols=columns, style="Table Grid")
        set_widths(table, part.widths, self.width)
        if part.head:
            cells = table.add_row().cells
            for cell, text in zip(cells, part.head, strict=True):
                self._in_cell([Strong(text)], cell)
            repeat_head(table.rows[0])
        for row in part.rows:
            cells = table.add_row().cells
            if len(row) == 1 and columns > 1:
                self._in_cell([Strong(plain_text(row[0]))], cells[0].merge(cells[-1]))
                continue
            for place, value in enumerate(row[:columns]):
                paragraph = self._in_cell(value, cells[place])
                if place in part.right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.document.add_paragraph()

    @add.register
    def _(self, part: words.TwoVoices) -> None:
        table = self.document.add_table(rows=1, cols=2)
        for cell, voice, name in zip(
            table.rows[0].cells,
            (part.mentor, part.mentee),
            (f"‹ {part.mentor.name}", f"{part.mentee.name} ›"),
            strict=True,
        ):
            self._in_cell([Strong(name)], cell)
            for answer in answers_of(voice):
                self.say(answer, cell.add_paragraph())
        self.document.add_paragraph()

    @add.register
    def _(self, part: words.Letterhead) -> None:
        for text in (part.issuer, [Strong(part.kind)]):
            self.say(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        line = self.say(f"{part.date}\t№ {part.number}")
        line.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)

    @add.register
    def _(self, part: words.Approval) -> None:
        paragraph = self.say("\n".join(part.lines))
        paragraph.paragraph_format.left_indent = int(self.width * 0.54)
        paragraph.paragraph_format.space_after = Pt(14)

    @add.register
    def _(self, part: words.Signature) -> None:
        line = self.say(f"{part.post}\t____________\t{part.name}")
        line.paragraph_format.space_before = Pt(18)
        line.paragraph_format.tab_stops.add_tab_stop(int(self.width * 0.5))
        line.paragraph_format.tab_stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)

    @add.register
    def _(self, part: words.Picture) -> None:
        paragraph = self.document.add_paragraph()
        try:
            shape = paragraph.add_run().add_picture(BytesIO(part.content), width=int(self.width * PICTURE_SHARE))
        except UnrecognizedImageError:
            self.say(part.alt, paragraph)
        else:
            shape._inline.docPr.set("descr", part.alt)
        if plain_text(part.caption).strip():
            self.say(part.caption, style="Duet Small")

    @add.register
    def _(self, part: words.NewSheet) -> None:
        self.document.add_page_break()

    def _in_body(self, paragraph: Any) -> None:
        if self.is_official:
            paragraph.paragraph_format.first_line_indent = INDENT
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _in_cell(self, text: Words, cell: Any) -> Any:
        paragraph = self.say(text, cell.paragraphs[0])
        paragraph.paragraph_format.line_spacing = 1.1
        for run in paragraph.runs:
            run.font.size = Pt(min(self.look.size, 11))
        return paragraph


def answers_of(voice: Voice) -> list[Words]:
    """The paragraphs of a voice; a silence is said."""
    if not plain_text(voice.words).strip():
        return [voice.silence or _("Ответа нет.")]
    return [*paragraphs_of(voice.words)] if isinstance(voice.words, str) else [voice.words]
