"""A page tells its copies what became of it, in the transaction of the change itself."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from bestpractices.republication import messages
from bestpractices.republication.kinds import document_of
from bestpractices.republication.models import PublishedSource, Republication
from bestpractices.republication.people import consents_hold, forget_names
from bestpractices.republication.receiving import receive
from cms.pages.publicness import public_pages


def is_given(page: Page) -> bool:
    """Whether everybody can read the page, and so take it."""
    return bool(public_pages(Page.objects.filter(pk=page.pk)).exists()) and consents_hold(page)


def announce(page: Page) -> None:
    """Send the page's newest wording, or its withdrawal, to its copies; nothing where there is nothing new."""
    if Republication.objects.of_source(page.translation_key).exists():
        document = document_of(page) if is_given(page) else None
        if document is None:
            announce_withdrawal(page.translation_key)
        else:
            _send(page.translation_key, document.sha256, lambda number: messages.update(document, number))


def announce_withdrawal(source_id: UUID) -> None:
    """Say that the page with this id is no longer given."""
    if Republication.objects.of_source(source_id).exists():
        _send(source_id, "", lambda number: messages.withdrawal(source_id, number))


@transaction.atomic
def _send(source_id: UUID, sha256: str, message: messages.Numbered) -> None:
    PublishedSource.objects.get_or_create(source_id=source_id)
    source = PublishedSource.objects.select_for_update().get(source_id=source_id)
    if source.sequence and source.sha256 == sha256:
        return
    source.sequence += 1
    source.sha256 = sha256
    source.save()
    receive(message(source.sequence))


def follow_sources() -> int:
    """Look at every source of a copy for changes that came without a signal; returns how many were looked at."""
    ids = set(Republication.objects.current().values_list("source_id", flat=True))
    pages = {page.translation_key: page for page in Page.objects.filter(translation_key__in=ids)}
    for source_id in ids:
        forget_names(source_id)
        if source_id in pages:
            announce(pages[source_id])
        else:
            announce_withdrawal(source_id)
    return len(ids)
