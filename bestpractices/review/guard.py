"""The last door before visitors: a practice becomes live only with the words that its review has passed.

Whatever calls ``save`` (edit form, bulk action, API, schedule, copy, alias, a script) meets this guard.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

_passed: ContextVar[frozenset[int]] = ContextVar("practices_passed", default=frozenset())


class PublishedAroundReview(PermissionDenied):
    """Somebody tried to show visitors a practice that no review has passed."""


@contextmanager
def passed_review(page_id: int) -> Iterator[None]:
    """Inside, this practice may go live; the finish action of the workflow alone opens it."""
    token = _passed.set(_passed.get() | {page_id})
    try:
        yield
    finally:
        _passed.reset(token)


def refuse_publishing_around(practice: Any) -> None:
    """Raise unless the practice is a draft, was live with this very revision before, or has just passed."""
    if not practice.live or (practice.pk is not None and practice.pk in _passed.get()):
        return
    stored = type(practice)._base_manager.filter(pk=practice.pk).values("live", "live_revision_id").first()
    if stored and stored["live"] and stored["live_revision_id"] == practice.live_revision_id:
        return
    raise PublishedAroundReview(_("Практику публикует решение по итогам проверки, другого пути нет."))
