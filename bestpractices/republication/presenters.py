"""A copy in words: what its page and its paper print, as the consents of today allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from bestpractices.republication.documents import Document, Hop
from bestpractices.republication.documents.differences import differ
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import Republication, RepublishedPage
from bestpractices.republication.passing_on import canonical_url, own_hop
from bestpractices.republication.people import allowed_by, consents_hold, original_of, originals_of, still_named
from bestpractices.republication.structured import structured
from cms.appearance.pieces import Crumb
from cms.pages.crumbs import page_crumbs


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
    paper_url: str

    @property
    def source_hop(self) -> Hop:
        """Where the page was first published."""
        return next((hop for hop in self.hops if hop.url), self.hops[0])


def shown_document(record: Republication) -> Document | None:
    """What visitors may read of a copy today: nothing without the consents, and nobody named without theirs."""
    document = record.document
    original = original_of(record)
    if document is None or (original is not None and not consents_hold(original)):
        return None
    return document.model_copy(update={"authors": still_named(original, document)})


def shown_documents(records: Sequence[Republication]) -> dict[int, Document]:
    """The same for many copies (by number), in a constant number of queries; what may not be read is left out."""
    originals = originals_of(records)
    shown, named = allowed_by(originals.values())
    found = {}
    for record in records:
        document, original = record.document, originals.get(record.origin_id)
        if document is None or (original is not None and original.pk not in shown):
            continue
        allowed = set(named.get(original.pk, ())) if original is not None else set()
        kept = tuple(name for name in document.authors if name in allowed)
        found[record.pk] = document.model_copy(update={"authors": kept})
    return found


def copy_view(page: RepublishedPage, record: Republication, document: Document) -> CopyView:
    """The copy as it may be shown today."""
    canonical = canonical_url(document)
    return CopyView(
        document=document,
        kind=kinds.label(document.kind),
        hops=(*document.hops, own_hop(page, document)),
        canonical=canonical,
        crumbs=page_crumbs(page),
        differs=(newest := newest_of(record)) is not None and differ(document, newest),
        structured=structured(page, document, canonical),
        paper_url=reverse("copy-pdf", args=[page.pk]) if page.live else "",
    )


def newest_of(record: Republication) -> Document | None:
    """The version that the source has sent last, if it has sent any since the page was taken."""
    newest = record.updates.exclude(content={}).first()
    return newest.document if newest is not None and newest.sequence == record.sequence else None
