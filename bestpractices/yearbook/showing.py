"""Which words of a book somebody may read: the school its draft, everybody else the edition that was sent."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone

from bestpractices.yearbook.choice import Choice, stored_choice
from bestpractices.yearbook.content import Content
from bestpractices.yearbook.enums import BookState
from bestpractices.yearbook.gathering import gather
from bestpractices.yearbook.models import BookEdition, YearBook
from bestpractices.yearbook.presenting import Reader, present
from bestpractices.yearbook.view import BookView
from cms.accounts.permissions import user_can
from cms.accounts.territory import User


def draft_view(book: YearBook, request: HttpRequest | None = None, choice: Choice | None = None) -> BookView:
    """The book as the school writes it; ``choice`` stands in for what is stored."""
    content = gather(book, choice or stored_choice(book))
    return present(book, content, Reader.STAFF, timezone.localdate(), request)


def edition_view(book: YearBook, edition: BookEdition, reader: Reader, request: HttpRequest | None = None) -> BookView:
    """The edition as this reader may see it today."""
    content = Content.model_validate(edition.content)
    view = present(book, content, reader, timezone.localdate(), request)
    accepted = book.state_since if book.state == BookState.ACCEPTED else None
    return replace(view, sent_at=edition.sent_at, accepted_at=accepted)


def staff_view(book: YearBook, user: User, request: HttpRequest | None = None) -> BookView | None:
    """What somebody of the staff reads of a book; None where nothing was sent to them yet."""
    if book.is_writable and user_can(user, "change", book):
        return draft_view(book, request)
    edition = book.editions.first()
    return edition_view(book, edition, Reader.STAFF, request) if edition is not None else None


def public_view(book: YearBook, request: HttpRequest | None = None) -> BookView | None:
    """What visitors read of a published book."""
    edition = book.editions.first()
    return edition_view(book, edition, Reader.VISITOR, request) if edition is not None else None
