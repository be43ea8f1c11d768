"""Objects that cannot be indexed: set aside with the reason, tried again, told to those who look after the site."""

import traceback
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from cms import places
from search.freshness.models import SetAside

FIRST_TRY = timedelta(minutes=1)
LONGEST = timedelta(minutes=10)  # between two tries; a mended object is no longer told of after that


def put(kind: str, number: int, error: Exception) -> None:
    """Set an object aside, or put off its next try."""
    now = timezone.now()
    row = SetAside.objects.filter(kind=kind, object_id=number).first() or SetAside(kind=kind, object_id=number)
    row.reason = reason(error)
    row.next_try = now + min(LONGEST, FIRST_TRY * 2 ** min(row.tries, 10))
    row.tries += 1
    row.save()


def due(now: datetime, limit: int) -> dict[str, list[int]]:
    """Those to be tried again, at most `limit`: ids by kind."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    rows = SetAside.objects.filter(next_try__lte=now).order_by("next_try", "pk").values_list("kind", "object_id")
    for kind, number in rows[:limit]:
        found[kind].append(number)
    return dict(found)


def forget(kind: str, ids: Sequence[int]) -> None:
    """These objects are indexed, or are no longer to be."""
    SetAside.objects.filter(kind=kind, object_id__in=ids).delete()


def reasons(kind: str) -> dict[int, str]:
    """Why the objects of a kind that are set aside cannot be indexed."""
    return dict(SetAside.objects.filter(kind=kind).order_by("object_id").values_list("object_id", "reason"))


def count() -> int:
    """How many objects are set aside."""
    return SetAside.objects.count()


def reason(error: Exception) -> str:
    """«ValueError, search/mentors/documents.py:57»: without the message, which may quote what is personal."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(places.ROOT)]
    last = (own or frames)[-1:]
    place = "".join(f", {_relative(frame.filename)}:{frame.lineno}" for frame in last)
    return f"{type(error).__name__}{place}"[-200:]


def _relative(name: str) -> str:
    path = Path(name)
    return str(path.relative_to(places.ROOT)) if path.is_relative_to(places.ROOT) else path.name
