"""Interleaved rounds: each contender answers the same query, then all go on to the next one."""

import statistics
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from django.db import OperationalError, connection

from benchmarks.contenders.answer import Contender
from benchmarks.queries import Asked

#: The clock: processor time of the measuring thread, so that others on the machine count less.
clock = time.thread_time


@dataclass(slots=True)
class Line:
    """One query: seconds of each contender in each round, and who was stopped."""

    asked: Asked
    seconds: dict[str, list[float]] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)

    def median(self, name: str) -> float | None:
        """Seconds; None where this contender did not answer."""
        taken = self.seconds.get(name)
        return statistics.median(taken) if taken else None


def measure(
    contenders: Sequence[Contender], queries: Sequence[Asked], rounds: int, limit: float, patience: float
) -> list[Line]:
    """Ask everybody everything `rounds` times.

    A contender that has spent `patience` seconds on a query sits out its further rounds; one that takes longer than
    `limit` seconds for one answer is stopped, and its time is the limit.
    """
    lines = [Line(asked) for asked in queries]
    for round_ in range(rounds):
        for line in lines:
            turn = round_ % len(contenders)
            for contender in (*contenders[turn:], *contenders[:turn]):
                if _takes_part(contender, line, patience):
                    _ask(contender, line, limit)
    return lines


def _takes_part(contender: Contender, line: Line, patience: float) -> bool:
    taken = line.seconds.get(contender.name, [])
    return contender.can(line.asked) and contender.name not in line.stopped and sum(taken) < patience


def _ask(contender: Contender, line: Line, limit: float) -> None:
    taken = line.seconds.setdefault(contender.name, [])
    with _interrupted_after(limit) if contender.may_be_slow else nullcontext():
        started = clock()
        try:
            contender.answer(line.asked)
        except OperationalError as error:
            if "interrupted" not in str(error):
                raise
            line.stopped.add(contender.name)
        taken.append(clock() - started)


@contextmanager
def _interrupted_after(limit: float) -> Iterator[None]:
    """Stop what SQLite does for this thread once `limit` seconds are over, and each statement after it."""
    connection.ensure_connection()
    sqlite, is_over = connection.connection, threading.Event()

    def watch() -> None:
        if not is_over.wait(limit):
            while not is_over.wait(0.02):
                sqlite.interrupt()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()
