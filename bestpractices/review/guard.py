"""The last door before visitors: what they read of a practice is what its review has passed, word for word.

Whatever calls ``save`` on the page or on one of its rows (edit form, bulk action, API, schedule, copy, alias, a
script, ``revision.publish``) meets this guard. ``PublishedAroundReview`` is raised for

- a practice that becomes live, or shows another revision, outside of ``passed_review`` (the end of the review);
- a live practice, or a row of one, whose words differ from the stored ones: title, address, passport, texts, rows
  and their order, what was chosen, what search engines read, the hours of appearing and disappearing;
- an alias, live or not: it would follow its source without a review of its own.

What passes: a practice that is not live; a live one in which only ``FREE`` fields differ (locks, the place in the tree
and the municipality that follows from it, dates of publication, the pointer to a newer draft, comments); a row stored
again as it was.

What never comes here, because it goes by ``QuerySet.update`` or the database: the tree's paths, the index of the
search, the republished copies (they have words of their own), the invented region and the archive of a region, which
write states that a review has passed elsewhere, and what the database itself sets to null with a deleted file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from bestpractices.practices.corrections import BOOKKEEPING, same_words

if TYPE_CHECKING:
    from bestpractices.practices.lists import PracticeRow
    from bestpractices.practices.models import PracticePage

#: What may differ between a live practice and its stored state: Wagtail's book-keeping without the timetable.
FREE = (BOOKKEEPING | {"municipality"}) - {"go_live_at", "expire_at"}
#: The practices that have just passed, each with the revision that did.
_passed: ContextVar[frozenset[tuple[int, int]]] = ContextVar("practices_passed", default=frozenset())
#: The practices being stored with their rows, after the whole has been looked at.
_whole: ContextVar[frozenset[int]] = ContextVar("practices_saved_whole", default=frozenset())


class PublishedAroundReview(PermissionDenied):
    """Somebody tried to show visitors words that no review has passed."""

    def __init__(self) -> None:
        super().__init__(_("Слова опубликованной практики меняет только решение по итогам проверки."))


@contextmanager
def passed_review(page_id: int, revision_id: int) -> Iterator[None]:
    """Inside, this practice may go live with this revision; the finish action of the workflow alone opens it."""
    token = _passed.set(_passed.get() | {(page_id, revision_id)})
    try:
        yield
    finally:
        _passed.reset(token)


@contextmanager
def saving_whole(practice: PracticePage) -> Iterator[None]:
    """Inside, rows of this practice are stored with it; ``refuse_publishing_around`` has looked at them."""
    token = _whole.set(_whole.get() | ({practice.pk} if practice.pk is not None else set()))
    try:
        yield
    finally:
        _whole.reset(token)


def refuse_publishing_around(practice: PracticePage, only: Collection[str] | None = None) -> None:
    """Raise ``PublishedAroundReview`` unless the practice may be stored so; ``only`` as ``update_fields`` of save."""
    if practice.alias_of_id is not None:
        raise PublishedAroundReview
    if not practice.live or (practice.pk, practice.live_revision_id) in _passed.get():
        return
    stored = type(practice)._base_manager.filter(pk=practice.pk).first()
    if stored is None or not stored.live or stored.live_revision_id != practice.live_revision_id:
        raise PublishedAroundReview
    if not same_words(stored, practice, apart=FREE, only=only):
        raise PublishedAroundReview


def refuse_row_around(row: PracticeRow, *, is_going: bool = False) -> None:
    """Raise ``PublishedAroundReview`` where the row alone would change what visitors read of a live practice."""
    from bestpractices.practices.models import PracticePage

    stored = type(row)._base_manager.filter(pk=row.pk).first() if row.pk is not None else None
    pages = {it.page_id for it in (row, stored) if it is not None and it.page_id is not None} - _whole.get()
    if not PracticePage._base_manager.filter(pk__in=pages, live=True).exists():
        return
    if is_going or stored is None or not same_words(stored, row, apart=frozenset({"pk"})):
        raise PublishedAroundReview
