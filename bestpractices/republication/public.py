"""What a visitor sees at the addresses of a copy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bestpractices.republication.documents import Document
from bestpractices.republication.documents.differences import differences
from bestpractices.republication.models import Republication, RepublishedPage
from bestpractices.republication.papers import copy_paper
from bestpractices.republication.passing_on import canonical_url
from bestpractices.republication.presenters import copy_view, newest_of, shown_document
from cms.pages.crumbs import page_crumbs
from cms.pages.publicness import public_pages
from cms.papers.responses import pdf_response

#: The parameter that asks for the differences from the source.
DIFFERENCES = "otlichiya"


def serve(page: RepublishedPage, request: HttpRequest) -> HttpResponseBase:
    """The copy; with ``?otlichiya`` how it differs from its source; the stub once the source is withdrawn."""
    record = getattr(page, "republication", None)
    if record is None:
        raise Http404
    document = shown_document(record)
    if document is None:
        context = {"page": page, "record": record, "crumbs": page_crumbs(page, request)}
        return render(request, "republication/stub.html", context, status=410)
    if DIFFERENCES in request.GET:
        return _differences(page, record, document, request)
    context = {"page": page, "copy": copy_view(page, record, document)}
    return TemplateResponse(request, "republication/page.html", context)


def _differences(
    page: RepublishedPage, record: Republication, document: Document, request: HttpRequest
) -> HttpResponse:
    newest = newest_of(record)
    context = {
        "page": page,
        "canonical": canonical_url(document),
        "differences": differences(document, newest) if newest is not None else (),
        "crumbs": page_crumbs(page, request, here=_("Отличия от источника")),
    }
    return render(request, "republication/differences.html", context)


@require_safe
def copy_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """A copy that visitors can read as PDF, with its whole way."""
    page = get_object_or_404(public_pages(RepublishedPage.objects.all()), pk=pk)
    record = getattr(page, "republication", None)
    document = shown_document(record) if record is not None else None
    if record is None or document is None:
        raise Http404
    return pdf_response(copy_paper(page.title, page.lead, copy_view(page, record, document)), page.title)
