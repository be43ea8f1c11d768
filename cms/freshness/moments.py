"""Moments at which pages change although nobody writes: an event ends, a page expires, a day is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.db.models import Min, Model, Q
from django.utils import timezone

#: Gives the first moment after another one at which something changes by itself.
NextMoment = Callable[[datetime], datetime | None]

_asked: list[NextMoment] = []


def changes_at(model: type[Model], *fields: str) -> None:
    """Declare, at start-up, that pages change at the moments in these columns."""
    _asked.append(_of_columns(model, fields))


def next_moment(now: datetime) -> datetime:
    """The first moment after now at which some page may change by itself: midnight at the latest."""
    tomorrow = timezone.localtime(now).date() + timedelta(days=1)
    midnight = timezone.make_aware(datetime.combine(tomorrow, time.min))
    return min([midnight, *filter(None, (ask(now) for ask in _asked))])


def _of_columns(model: type[Model], fields: tuple[str, ...]) -> NextMoment:
    def first_after(now: datetime) -> datetime | None:
        firsts = {field: Min(field, filter=Q(**{f"{field}__gt": now})) for field in fields}
        return min(filter(None, model._base_manager.aggregate(**firsts).values()), default=None)

    return first_after
