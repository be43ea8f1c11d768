"""Which pages every visitor may read now; lists, feeds, the search and the API all ask here."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.freshness.memory import once_a_version

P = TypeVar("P", bound=PageQuerySet)


def open_to_all(pages: P) -> P:
    """Those of the pages that no restriction hides; the restrictions are read once while a page is made."""
    paths = once_a_version("restricted paths", _restricted, steady=True)
    return pages.exclude(reduce(or_, (Q(path__startswith=path) for path in paths))) if paths else pages


def _restricted() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())


def public_pages(pages: PageQuerySet | None = None) -> PageQuerySet:
    """Those of the pages (all, if none are given) that are published, unexpired and behind no restriction.

    A page whose time has come is hidden at once, even before ``publish_scheduled`` takes it down.
    """
    asked = Page.objects.all() if pages is None else pages
    return open_to_all(asked.live()).filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))
