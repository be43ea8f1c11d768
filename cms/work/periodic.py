"""The table of periodic jobs: each room declares its own beside what they do.

    @periodic(every=timedelta(days=1), at=time(7), label=_("Согласия, которые скоро кончатся"))
    def remind_of_ending_consents() -> None: ...

The module has to be imported at start-up (``AppConfig.ready``). A job may be run twice in a row and after any delay,
so it looks at what is the case and not at what it did; mails carry a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from cms.work.tasks import GiveUp, background


@dataclass(frozen=True, slots=True)
class Job:
    """What is done, how often, and since when in the day."""

    name: str
    label: Any
    every: timedelta
    at: time | None
    function: Callable[[], object]

    def first(self, now: datetime) -> datetime:
        """When a job that never ran is due: now, or at its hour."""
        return self.following(now) if self.at else now

    def following(self, now: datetime) -> datetime:
        """When it is due after a run of this moment; missed times are not made up for."""
        if self.at is None:
            return now + self.every
        day = timezone.localtime(now).date()
        moment = timezone.make_aware(datetime.combine(day, self.at))
        return moment if moment > now else timezone.make_aware(datetime.combine(day + self.every, self.at))


class Jobs:
    """Every declared job by its name."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}

    def add(self, job: Job) -> None:
        self._jobs[job.name] = job

    def get(self, name: str) -> Job | None:
        return self._jobs.get(name)

    def discard(self, name: str) -> None:
        self._jobs.pop(name, None)

    def __iter__(self) -> Iterator[Job]:
        return iter(list(self._jobs.values()))


jobs = Jobs()


def periodic(
    *, every: timedelta, label: Any, at: time | None = None
) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Have the function run by whoever does the background work; ``at`` (site's clock) wants whole days."""
    if at is not None and (every < timedelta(days=1) or every.seconds):
        raise ValueError("A job at an hour of the day runs every so many whole days.")

    def declare(function: Callable[[], object]) -> Callable[[], object]:
        jobs.add(Job(f"{function.__module__}.{function.__qualname__}", label, every, at, function))
        return function

    return declare


@background(own_transactions=True)
def run_job(name: str) -> None:
    """Do one periodic job; the task that the schedule asks for."""
    job = jobs.get(name)
    if job is None:
        raise GiveUp(f"{name} is declared nowhere any more")
    job.function()
