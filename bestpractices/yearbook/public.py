"""A published book for visitors: its page under the school's own address, and both its files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bestpractices.yearbook.crumbs import book_crumbs
from bestpractices.yearbook.models import YEARS, YearBook
from bestpractices.yearbook.papers import book_paper
from bestpractices.yearbook.showing import public_view
from bestpractices.yearbook.view import BookView
from cms.papers.responses import docx_response, pdf_response
from cms.sharing.address import site_root


@require_safe
def show_book(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The page of the book."""
    view = _view(request, code, year)
    context = {"book": view, "crumbs": book_crumbs(view, request), "canonical": site_root() + view.url}
    return render(request, "yearbook/book.html", context)


@require_safe
def book_pdf(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The book as PDF, without the names whose consent has ended."""
    view = _view(request, code, year)
    return pdf_response(book_paper(view), _file_name(view))


@require_safe
def book_docx(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """The same as DOCX."""
    view = _view(request, code, year)
    return docx_response(book_paper(view), _file_name(view))


def _view(request: HttpRequest, code: str, year: int) -> BookView:
    if year not in YEARS:
        raise Http404
    published = YearBook.objects.published().with_school().of_year(year)
    view = public_view(get_object_or_404(published, organisation__code=code), request)
    if view is None:
        raise Http404
    return view


def _file_name(view: BookView) -> str:
    return f"{view.title}, {view.organisation.short_name}"
