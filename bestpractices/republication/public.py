"""What a visitor sees at the address of a copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bestpractices.republication.documents import Document, Hop
from bestpractices.republication.documents.differences import differ, differences
from bestpractices.republication.files import SHOWN_TYPES
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import KeptFile, Republication, RepublishedPage
from bestpractices.republication.passing_on import canonical_url, own_hop
from bestpractices.republication.people import consents_hold, original_of, still_named
from bestpractices.republication.structured import structured
from cms.appearance.pieces import Crumb
from cms.pages.crumbs import page_crumbs

#: The parameter that asks for the differences from the source.
DIFFERENCES = "otlichiya"


@dataclass(frozen=True)
class CopyView:
    """A copy in words for its template; ``hops`` go from the author to this branch."""

    document: Document
    kind: str
    hops: tuple[Hop, ...]
    canonical: str
    crumbs: tuple[Crumb, ...]
    differs: bool
    structured: dict[str, Any]

    @property
    def source_hop(self) -> Hop:
        """Where the page was first published."""
        return next((hop for hop in self.hops if hop.url), self.hops[0])


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
    return TemplateResponse(request, "republication/page.html", {"page": page, "copy": _view(page, record, document)})


def shown_document(record: Republication) -> Document | None:
    """What visitors may read of a copy today: nothing without the consents, and nobody named without theirs."""
    document = record.document
    original = original_of(record.source_id)
    if document is None or (original is not None and not consents_hold(original)):
        return None
    return document.model_copy(update={"authors": still_named(original, document)})


def _view(page: RepublishedPage, record: Republication, document: Document) -> CopyView:
    canonical = canonical_url(document)
    return CopyView(
        document=document,
        kind=kinds.label(document.kind),
        hops=(*document.hops, own_hop(page, document)),
        canonical=canonical,
        crumbs=page_crumbs(page),
        differs=(newest := _newest(record)) is not None and differ(document, newest),
        structured=structured(page, document, canonical),
    )


def _differences(
    page: RepublishedPage, record: Republication, document: Document, request: HttpRequest
) -> HttpResponse:
    newest = _newest(record)
    context = {
        "page": page,
        "canonical": canonical_url(document),
        "differences": differences(document, newest) if newest is not None else (),
        "crumbs": page_crumbs(page, request, here=_("Отличия от источника")),
    }
    return render(request, "republication/differences.html", context)


def _newest(record: Republication) -> Document | None:
    """The version that the source has sent last, if it has sent any since the page was taken."""
    newest = record.updates.exclude(content={}).first()
    return newest.document if newest is not None and newest.sequence == record.sequence else None


@require_safe
def kept_file(request: HttpRequest, sha256: str, name: str) -> FileResponse:
    """A file of a copy that visitors can read; every other file answers 404."""
    kept = get_object_or_404(KeptFile.objects.shown(), sha256=sha256)
    is_shown = kept.content_type in SHOWN_TYPES
    kind = kept.content_type if is_shown or kept.content_type == "application/pdf" else "application/octet-stream"
    answer = FileResponse(kept.file.open("rb"), as_attachment=not is_shown, filename=name, content_type=kind)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["ETag"] = f'"{sha256}"'
    return answer
