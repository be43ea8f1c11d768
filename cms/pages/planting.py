"""Many new pages at once: a region's sections are hundreds of rows, and one by one they would take a minute."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update


@transaction.atomic
def plant(growth: Iterable[tuple[Page, Page]]) -> list[Page]:
    """Store published pages without children under their parents, as (parent, new page) pairs.

    Three statements for all their common rows, one for the own row of each; slugs must be free, nothing is logged.
    """
    rows = list(growth)
    if not rows:
        return []
    parents = {parent.pk: parent for parent in Page.objects.filter(pk__in={parent.pk for parent, _page in rows})}
    last = {pk: parent.numchild for pk, parent in parents.items()}
    locale = Locale.objects.order_by("pk").first()
    steps = {pk: _last_step(parent) for pk, parent in parents.items()}
    for old, page in rows:
        steps[old.pk] += 1
        last[old.pk] += 1
        _place(page, parents[old.pk], steps[old.pk], locale)
    planted = [page for _parent, page in rows]
    for page, stored in zip(planted, Page.objects.bulk_create([_common(page) for page in planted]), strict=True):
        page.pk = page.page_ptr_id = stored.pk
        with disable_reference_index_auto_update():
            page.save_base(raw=True, force_insert=True)
    for pk, parent in parents.items():
        parent.numchild = last[pk]
    Page.objects.bulk_update(parents.values(), ["numchild"])
    return planted


def _last_step(parent: Page) -> int:
    """The number of the last child in the tree, 0 if there is none; gaps of deleted ones are not filled."""
    last = parent.get_last_child()
    return int(Page._str2int(last.path[-Page.steplen :])) if last else 0


def _place(page: Page, parent: Page, step: int, locale: Locale | None) -> None:
    now = timezone.now()
    page.path = Page._get_path(parent.path, parent.depth + 1, step)
    page.depth = parent.depth + 1
    page.numchild = 0
    page.locale = locale
    page.draft_title = page.title
    page.live = True
    page.first_published_at = page.last_published_at = now
    page.set_url_path(parent)
    if hasattr(page, "find_municipality"):
        page.municipality = page.find_municipality()


def _common(page: Page) -> Page:
    """The row that all kinds of pages have in common."""
    values: dict[str, Any] = {
        field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields if not field.primary_key
    }
    return Page(**values)
