"""The way to a book: below the page of its school, which stands below its municipality's home."""

from __future__ import annotations

from django.http import HttpRequest

from bestpractices.yearbook.view import BookView
from cms.appearance.pieces import Crumb
from cms.organisations.public import organisation_crumbs


def book_crumbs(view: BookView, request: HttpRequest) -> tuple[Crumb, ...]:
    """The public pages above the book, then the book itself."""
    return organisation_crumbs(view.organisation, request, here=view.title)
