"""A paper becomes the bytes of a DOCX."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from cms.papers.docx import look
from cms.papers.docx.archive import without_times
from cms.papers.docx.parts import Body
from cms.papers.text import foot_lines, printable_lines
from cms.papers.words import Paper, Style

#: A file says when it was made; ours says nothing, so that the same words are the same bytes.
NO_TIME = datetime(1980, 1, 1)


def to_docx(paper: Paper) -> bytes:
    """The paper as a DOCX for A4; the same paper gives the same bytes."""
    document = docx.Document()
    is_official = paper.style is Style.OFFICIAL
    dressed = look.OFFICIAL if is_official else look.DUET
    look.dress(document, dressed, is_official)
    _describe(document, paper)
    _edge(document, paper, is_official)
    body = Body(paper, document, dressed)
    if paper.letterhead:
        body.add(paper.letterhead)
    title = body.say(paper.title, style="Title")
    if is_official:
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if paper.subtitle:
        body.say(paper.subtitle)
    for part in paper.parts:
        body.add(part)
    body.add_links()
    output = BytesIO()
    document.save(output)
    return without_times(output.getvalue())


def _describe(document: Document, paper: Paper) -> None:
    about = document.core_properties
    about.title, about.author, about.language = _short(paper.title), _short(paper.author or paper.bank), "ru-RU"
    about.created = about.modified = NO_TIME
    about.comments = about.last_modified_by = ""


def _short(words: str) -> str:
    """The words in the 255 letters that a property of a file may have."""
    return " ".join(printable_lines(words))[:255]


def _edge(document: Document, paper: Paper, is_official: bool) -> None:
    """The running head of our own papers, and the foot of all."""
    section = document.sections[0]
    if not is_official:
        section.header.paragraphs[0].text = " · ".join(["Дуэт", *printable_lines(paper.bank)])
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Duet Small"]
    foot.add_run("\n".join(foot_lines(paper)) + "\n")
    for words in _("Лист PAGE из NUMPAGES").split(" "):
        if words.isascii():
            look.add_field(foot, words)
        else:
            foot.add_run(words)
        foot.add_run(" ")
