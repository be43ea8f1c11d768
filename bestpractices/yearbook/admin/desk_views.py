"""The desk of a book: the school writes it here, others read it here; and its preview and files."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from bestpractices.yearbook.actions.writing import SaveBook, allowed
from bestpractices.yearbook.admin.forms import WordsForm, choice_from
from bestpractices.yearbook.choice import Choice, stored_choice
from bestpractices.yearbook.desk import desk, may_of, steps, verbs
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.papers import book_paper
from bestpractices.yearbook.showing import draft_view, staff_view
from bestpractices.yearbook.view import BookView
from cms.accounts.permissions import user_can, visible_to
from cms.actions import Refused
from cms.drafts.middleware import about
from cms.drafts.policies import Device, keeps_drafts, no_words_typed
from cms.papers.responses import docx_response, pdf_response


@keeps_drafts(Device.LASTING)
@require_http_methods(["GET", "HEAD", "POST"])
def show_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The page on which the school writes, or reads what it sent; another municipality's answers 404."""
    book = mine(request, pk)
    about(request, book)
    if request.method == "POST":
        return _save(request, book)
    if book.is_writable and user_can(request.user, "change", book):
        return _writing(request, book, stored_choice(book), WordsForm(instance=book))
    return _reading(request, book)


def _save(request: HttpRequest, book: YearBook) -> HttpResponse:
    if not user_can(request.user, "change", book):
        raise PermissionDenied
    choice, form = choice_from(request.POST), WordsForm(request.POST, instance=mine(request, book.pk))
    if not form.is_valid():
        messages.error(request, _("Сборник не сохранён: исправьте отмеченное ниже."))
        return _writing(request, book, allowed(book, choice), form)
    saving = SaveBook(book, request.user, choice)
    try:
        saving.execute()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _writing(request, book, allowed(book, choice), form)
    if saving.passed_over:
        messages.warning(request, _("Чужие и снятые с сайта материалы в сборник не вошли."))
    if "send" in request.POST:
        return redirect("year_book_send", book.pk)
    messages.success(request, _("Сохранено. Черновик видит только ваш муниципалитет."))
    return redirect("year_book_desk", book.pk)


def _writing(request: HttpRequest, book: YearBook, choice: Choice, form: WordsForm) -> HttpResponse:
    context = {"desk": desk(book, choice), "form": form, **_frame(book)}
    return render(request, "yearbook/admin/writing.html", context)


def _reading(request: HttpRequest, book: YearBook) -> HttpResponse:
    may, edition = may_of(request.user, book), book.editions.first()
    context = {"verbs": verbs(book, may), "edition": edition, "may": may, **_frame(book)}
    return render(request, "yearbook/admin/reading.html", context)


@require_safe
def show_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The book as it would stand on the page of the school."""
    return _preview(request, _readable(request, pk))


@no_words_typed("a preview stores nothing")
@require_POST
def preview_unsaved(request: HttpRequest, pk: int) -> HttpResponse:
    """The same of a form that is not saved yet; nothing is stored."""
    book = mine(request, pk)
    if not user_can(request.user, "change", book) or not book.is_writable:
        raise PermissionDenied
    return _preview(request, draft_view(book, request, allowed(book, choice_from(request.POST))))


@require_safe
def draft_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The book as PDF, also before it is sent."""
    view = _readable(request, pk)
    return pdf_response(book_paper(view), _file_name(view))


@require_safe
def draft_docx(request: HttpRequest, pk: int) -> HttpResponse:
    """The book as DOCX, also before it is sent."""
    view = _readable(request, pk)
    return docx_response(book_paper(view), _file_name(view))


def mine(request: HttpRequest, pk: int) -> YearBook:
    """A book of the user's territory."""
    found: YearBook = get_object_or_404(visible_to(request.user, YearBook.objects.with_school()), pk=pk)
    return found


def _readable(request: HttpRequest, pk: int) -> BookView:
    view = staff_view(mine(request, pk), request.user, request)
    if view is None:
        raise Http404
    return view


def _preview(request: HttpRequest, view: BookView) -> HttpResponse:
    response = render(request, "yearbook/preview.html", {"book": view})
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _file_name(view: BookView) -> str:
    return f"{view.title}, {view.organisation.short_name}"


def _frame(book: YearBook) -> dict[str, Any]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
        {"url": reverse("wagtailsnippets_bestpractices_yearbook:list"), "label": _("Итоговые сборники")},
        {"url": "", "label": book.name},
    ]
    return {
        "book": book,
        "steps": steps(book),
        "page_title": book.name,
        "header_title": f"{book.name}: {book.organisation.short_name}",
        "page_subtitle": book.organisation.short_name,
        "header_icon": "doc-full-inverse",
        "breadcrumbs_items": crumbs,
        "facts_url": reverse("wagtailsnippets_bestpractices_yearbook:edit", args=[quote(book.pk)]),
        "history_url": reverse("wagtailsnippets_bestpractices_yearbook:history", args=[quote(book.pk)]),
    }
