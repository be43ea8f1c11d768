"""What a clock that was set does to the work: it is noticed, nobody is taken for dead, and nothing waits for a far day.

A machine's clock may jump (a battery, a virtual machine that slept, a wrong time server). Leases and next tries are
moments of that clock, for several processes and machines share them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.mailing.models import OutgoingMail
from cms.work.pauses import PAUSES
from cms.work.periodic import periodic
from cms.work.stored import DBTaskResult, Status, at_once

#: Clocks of several machines differ by seconds; what lies further ahead than any pause and this was put there by a
#: clock that was wrong.
SLACK = timedelta(minutes=5)
#: A difference between the clock and the time that has passed which is no jump, in seconds.
TREMBLE = 5.0


class Clock:
    """Notices that the clock was set between two looks, and says for how long leases prove nothing."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._wall, self._passed = time.time(), time.monotonic()
        self._again_at = 0.0

    def is_steady(self) -> bool:
        """False from a jump on, until everybody has had the time to beat by the new clock and to end a mail."""
        wall, passed = time.time(), time.monotonic()
        if abs((wall - self._wall) - (passed - self._passed)) > TREMBLE:
            self._again_at = passed + self.seconds
        self._wall, self._passed = wall, passed
        return passed >= self._again_at


@dataclass(frozen=True, slots=True)
class Postponed:
    """Rows that wait for a moment, and the longest pause that anything gives them."""

    rows: Callable[[], models.QuerySet]
    field: str
    longest: timedelta


def _tasks() -> models.QuerySet:
    return DBTaskResult.objects.filter(status=Status.READY, run_after__lt=at_once())


#: Rooms above add theirs at start-up.
postponed: list[Postponed] = [
    Postponed(_tasks, "run_after", max(PAUSES)),
    Postponed(lambda: OutgoingMail.objects.waiting(), "next_try", max(PAUSES)),
]


@periodic(every=timedelta(hours=1), label=_("Часы: что отложено дальше, чем бывает"))
def pull_in() -> int:
    """Let what a wrong clock has put off for longer than any pause be tried now; how much."""
    now = timezone.now()
    return sum(_pull_in(one, now) for one in postponed)


def _pull_in(one: Postponed, now: datetime) -> int:
    far = one.rows().filter(**{f"{one.field}__gt": now + one.longest + SLACK})
    return far.update(**{one.field: now}) if far.exists() else 0
