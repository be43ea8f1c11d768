from collections.abc import Callable, Iterator
from datetime import time, timedelta

import pytest

from cms.work.periodic import Job, jobs

Declare = Callable[..., Job]


@pytest.fixture
def declare() -> Iterator[Declare]:
    """Declares a periodic job for the length of a test."""
    declared = []

    def add(function: Callable[[], object], every: timedelta = timedelta(hours=1), at: time | None = None) -> Job:
        job = Job(f"tests.{len(declared)}", "Проба", every, at, function)
        jobs.add(job)
        declared.append(job.name)
        return job

    yield add
    for name in declared:
        jobs.discard(name)
