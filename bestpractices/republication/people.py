"""Whom a copy may name today: consents are asked at the original, each time that the copy is shown."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from wagtail.models import Page

from bestpractices.republication.documents import Document
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import Republication


def consents_hold(page: Page) -> bool:
    """Whether the consents of those who speak on a page let it be shown today."""
    kind = kinds.of(page)
    return kind is None or kind.may_be_shown(page.specific)


def original_of(copy: Republication) -> Page | None:
    """The page that the copy's chain began with, where it stands on this site."""
    return Page.objects.filter(translation_key=copy.origin_id).first()


def originals_of(copies: Iterable[Republication]) -> dict[UUID, Page]:
    """The pages that the copies' chains began with, by id, whole, in a query for each type of page."""
    ids = {copy.origin_id for copy in copies}
    found = Page.objects.filter(translation_key__in=ids).order_by("-pk").specific()
    return {page.translation_key: page for page in found}


def allowed_by(originals: Iterable[Page]) -> tuple[set[int], dict[int, tuple[str, ...]]]:
    """Which of the pages (numbers) the consents of today let be shown, and whom each may name."""
    by_kind: dict[type[Page], list[Page]] = {}
    for page in originals:
        by_kind.setdefault(type(page), []).append(page)
    shown: set[int] = set()
    named: dict[int, tuple[str, ...]] = {}
    for pages in by_kind.values():
        kind = kinds.of(pages[0])
        shown |= set(kind.shown_of(pages)) if kind else {page.pk for page in pages}
        named |= kind.named_on(pages) if kind else {}
    return shown, named


def still_named(original: Page | None, document: Document) -> tuple[str, ...]:
    """Those authors of the document whom their own page still names; nobody where that page is not on this site."""
    kind = kinds.of(original) if original is not None and document.authors else None
    if original is None or kind is None:
        return ()
    allowed = set(kind.named(original.specific))
    return tuple(name for name in document.authors if name in allowed)


def forget_names(source_id: UUID) -> None:
    """Take out of the stored copies, whatever their mode, the names that may no longer be said."""
    for copy in Republication.objects.of_source(source_id).current():
        document = copy.document
        if document is None or not document.authors:
            continue
        kept = still_named(original_of(copy), document)
        if kept != document.authors:
            copy.content = document.model_copy(update={"authors": kept}).packed()
            copy.save(update_fields=["content"])
