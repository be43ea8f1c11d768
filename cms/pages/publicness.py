"""Which pages every visitor may read now; lists, feeds, the search and the API all ask here."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet


def public_pages(pages: PageQuerySet | None = None) -> PageQuerySet:
    """Those of the pages (all, if none are given) that are published, unexpired and behind no restriction.

    A page whose time has come is hidden at once, even before ``publish_scheduled`` takes it down.
    """
    asked = Page.objects.all() if pages is None else pages
    return asked.live().public().filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))
