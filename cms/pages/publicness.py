"""Which pages every visitor may read now; lists, feeds, the search and the API all ask here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.freshness.memory import once_a_version
from cms.schema import stands

P = TypeVar("P", bound=PageQuerySet)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Pages that a room keeps from visitors for a while: their numbers as a query, and the last day of others."""

    table: str
    pages: Callable[[], QuerySet]
    last_days: Callable[[Collection[int]], dict[int, date]]


#: Rooms above add theirs at start-up.
withheld: list[Withheld] = []


def _withholding() -> list[Withheld]:
    """The rooms whose table is there; where it is not yet, nothing can be kept back."""
    return [room for room in withheld if stands(room.table)]


def open_to_all(pages: P) -> P:
    """Those of the pages that no restriction hides; the restrictions are read once while a page is made."""
    paths = once_a_version("restricted paths", _restricted)
    return pages.exclude(reduce(or_, (Q(path__startswith=path) for path in paths))) if paths else pages


def _restricted() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())


def public_pages(pages: PageQuerySet | None = None) -> PageQuerySet:
    """Those of the pages (all, if none are given) that are published, unexpired and behind no restriction.

    A page whose time has come is hidden at once, even before ``publish_scheduled`` takes it down.
    """
    asked = Page.objects.all() if pages is None else pages
    return not_withheld(open_to_all(asked.live())).filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))


def not_withheld(pages: P) -> P:
    """Those of the pages that no room keeps back."""
    for room in _withholding():
        pages = pages.exclude(pk__in=room.pages())
    return pages


def is_withheld(page: Page) -> bool:
    """Whether a room keeps this very page from visitors now."""
    return any(Page.objects.filter(pk=page.pk, pk__in=room.pages()).exists() for room in _withholding())


def last_day_shown(pages: Collection[int]) -> dict[int, date]:
    """The last day on which pages (numbers) are shown as they are now; none for those without an end."""
    found: dict[int, date] = {}
    for room in _withholding():
        for pk, day in room.last_days(pages).items():
            found[pk] = min(day, found.get(pk, day))
    return found
