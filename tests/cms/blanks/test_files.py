"""Blanks inside files are found, too; a file that cannot be read stops nobody."""

from io import BytesIO

import docx
import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from cms.blanks.finding import hunt
from cms.blanks.passages import passages_of_document
from cms.papers.pdf.writing import to_pdf
from cms.papers.words import Paper, Paragraph

pytestmark = pytest.mark.django_db


def kept(name: str, content: bytes) -> Document:
    return Document.objects.create(title="Положение", file=ContentFile(content, name=name))


def a_docx() -> bytes:
    document, output = docx.Document(), BytesIO()
    document.add_paragraph("Срок до дд.мм.гггг")
    document.add_table(1, 1).rows[0].cells[0].text = "Куратор ______"
    document.save(output)
    return output.getvalue()


def test_a_docx_a_pdf_and_a_text_are_searched():
    pdf = to_pdf(Paper("Бланк", [Paragraph("Назначить ______ куратором")]))
    files = [kept("a.docx", a_docx()), kept("b.pdf", pdf), kept("c.txt", "школа № ".encode("cp1251"))]

    found = [[spot.blank for spot in hunt(passages_of_document(file))] for file in files]

    assert found == [["дд.мм.гггг", "______"], ["______"], ["№"]]
    assert "файл «Положение», абзац 1" in str(hunt(passages_of_document(files[0]))[0])


def test_a_broken_file_has_no_text():
    for name in ("a.docx", "b.pdf", "c.xlsx"):
        for content in (b"", b"PK\x03\x04 broken", b"%PDF-1.4 broken", b"\xff\xfe\x00"):
            assert hunt(passages_of_document(kept(name, content))) == []
