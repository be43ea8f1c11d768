"""The way to a book: below the page of its school where it has one, else below its municipality's home."""

from __future__ import annotations

from django.http import HttpRequest

from bestpractices.yearbook.view import BookView
from cms.appearance.pieces import Crumb
from cms.organisations.models import OrganisationPage
from cms.pages.crumbs import page_crumbs
from cms.pages.models import MunicipalityPage
from cms.pages.publicness import public_pages


def book_crumbs(view: BookView, request: HttpRequest) -> tuple[Crumb, ...]:
    """The public pages above the book, then the book itself."""
    for pages in (
        OrganisationPage.objects.filter(organisation=view.organisation),
        MunicipalityPage.objects.filter(home_of=view.organisation.municipality),
    ):
        if (page := public_pages(pages).first()) is not None:
            return page_crumbs(page, request, here=view.title)
    return (Crumb(view.title),)
