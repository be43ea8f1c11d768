"""Does all background work: tasks, periodic jobs and couriers, in a process of its own or inside the web process."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import time
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from cms.work import pulse, running, scheduling
from cms.work.clock import Clock
from cms.work.couriers import couriers
from cms.work.loops import Loop
from cms.work.models import LEASE, WorkerBeat
from cms.work.waking import wake

logger = logging.getLogger(__name__)

STOP_SECONDS = 25.0  # what is being done may take so long to end when the worker is stopped
LOOK_SECONDS = 1.0  # between two looks for tasks


class Worker:
    """Beats, gives back what dead workers had taken, asks for periodic jobs, and works off what waits.

    ``inside``: the worker is a guest of a web process and stands aside while a worker of its own lives.
    """

    def __init__(self, *, inside: bool = False, lease: timedelta = LEASE) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(3)}"
        self.inside = inside
        self.lease = lease
        self._aside = True  # until the first heartbeat
        self._in_doubt = False
        self.clock = Clock(2 * lease.total_seconds())
        self._loops: list[Loop] = []

    def start(self) -> None:
        """Start the loops and return."""
        logger.info("background work begins: %s", self.name)
        self._loops = [
            Loop("keeper", self._keep, self.lease.total_seconds() / 3),
            Loop("tasks", self._unless_aside(self._work), LOOK_SECONDS),
            *(Loop(one.name, self._unless_aside(self._while_steady(one.carry)), one.pause) for one in couriers),
        ]
        for loop in self._loops:
            loop.start()

    def stop(self) -> None:
        """Let the loops end what they are doing, and say goodbye."""
        for loop in self._loops:
            loop.stop()
        deadline = time.monotonic() + STOP_SECONDS
        for loop in self._loops:
            loop.join(max(0.0, deadline - time.monotonic()))
        if not self.inside:
            pulse.end()
        WorkerBeat.objects.filter(name=self.name).delete()
        logger.info("background work ends: %s", self.name)

    def work_off(self) -> int:
        """Do everything that is due now, and return; how many tasks were done."""
        self.keep()
        done = 0
        while self._work():
            done += 1
        for one in couriers:
            while one.carry():
                pass
        WorkerBeat.objects.filter(name=self.name).delete()
        return done

    def keep(self) -> None:
        """Beat, look after the dead, ask for the periodic jobs."""
        now = timezone.now()
        WorkerBeat.objects.update_or_create(name=self.name, defaults={"inside": self.inside, "beaten_at": now})
        alive = WorkerBeat.objects.alive(now, self.lease)
        was_aside, self._aside = self._aside, self.inside and alive.separate().exists()
        if not self._aside:
            if self.clock.is_steady():
                running.give_back(workers_alive=set(alive.values_list("name", flat=True)))
            scheduling.enqueue_due(now)
            if was_aside:
                wake()

    def _keep(self) -> bool:
        self.keep()
        if not self.inside:
            pulse.beat()
        return False

    def _work(self) -> bool:
        """Do one task; False where none waits."""
        if self._in_doubt:  # the database went away before the end of a task could be written down
            alive = WorkerBeat.objects.alive(timezone.now(), self.lease).exclude(name=self.name)
            running.give_back(workers_alive=set(alive.values_list("name", flat=True)))
        self._in_doubt = True
        taken = running.take(self.name)
        if taken is not None:
            running.run(taken)
        self._in_doubt = False
        return taken is not None

    def _while_steady(self, carry: Callable[[], bool]) -> Callable[[], bool]:
        """What others may be sending at this moment is left to them while the clock tells nothing about it."""
        return lambda: self.clock.is_steady() and carry()

    def _unless_aside(self, step: Callable[[], bool]) -> Callable[[], bool]:
        return lambda: not self._aside and step()
