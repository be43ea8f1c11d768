"""Uploaded files for tests: the same words in every format that the site reads, and files that it cannot."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import openpyxl
from django.core.files.base import ContentFile
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from wagtail.documents import get_document_model

from cms import papers
from cms.branches.models import Branch
from cms.territories.models import Municipality


def document_of(municipality: Municipality, name: str, content: bytes, title: str = "Протокол") -> Any:
    """A document among the files of the municipality, whose branch has to be open."""
    collection = Branch.objects.get(municipality=municipality).collection
    return get_document_model().objects.create(title=title, file=ContentFile(content, name), collection=collection)


def docx_with(words: str) -> bytes:
    """A letter in which the name is set in two runs."""
    letter, output = docx.Document(), io.BytesIO()
    paragraph = letter.add_paragraph()
    paragraph.add_run(words[:5])
    paragraph.add_run(words[5:]).bold = True
    letter.save(output)
    return output.getvalue()


def xlsx_with(words: str) -> bytes:
    book, output = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["№", words])
    book.save(output)
    return output.getvalue()


def odt_with(words: str) -> bytes:
    text = f'<o:d xmlns:o="u" xmlns:text="t"><text:p>{words[:3]}<text:span>{words[3:]}</text:span></text:p></o:d>'
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("content.xml", text)
    return output.getvalue()


def pdf_with(words: str) -> bytes:
    output = io.BytesIO()
    canvas = Canvas(output)
    pdfmetrics.registerFont(TTFont("Probe", str(Path(papers.__file__).parent / "fonts" / "golos-400.ttf")))
    canvas.setFont("Probe", 12)
    canvas.drawString(50, 700, words)
    canvas.save()
    return output.getvalue()


def pdf_of_author(words: str) -> bytes:
    output = io.BytesIO()
    canvas = Canvas(output)
    canvas.setAuthor(words)
    canvas.drawString(50, 700, "The plan of the year")
    canvas.save()
    return output.getvalue()


def scan() -> bytes:
    """A photograph of paper as PDF."""
    output = io.BytesIO()
    canvas = Canvas(output)
    canvas.drawImage(ImageReader(Image.new("RGB", (200, 200), "#777777")), 50, 50)
    canvas.save()
    return output.getvalue()


def bomb() -> bytes:
    """A letter of 200 kB that unpacks to 200 MB."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 200_000_000)
    return output.getvalue()
