"""A paper as the answer to a request."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from cms.papers.words import Paper

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf_response(paper: Paper, name: str, *, download: bool = False) -> HttpResponse:
    """The PDF under a file name without ending («Приказ 214-о»), shown in the browser unless ``download``."""
    from cms.papers.pdf.writing import to_pdf

    return _response(to_pdf(paper), "application/pdf", f"{name}.pdf", download)


def docx_response(paper: Paper, name: str) -> HttpResponse:
    """The DOCX under a file name without ending, to be saved."""
    from cms.papers.docx.writing import to_docx

    return _response(to_docx(paper), DOCX, f"{name}.docx", True)


def _response(content: bytes, content_type: str, name: str, download: bool) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(download, name.replace("/", "-")) or "inline"
    return response
