"""Requests from the first middleware to the last byte, and what they cost."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

Ask = Callable[[], Any]
#: Calls whatever has to have happened before, then the measured one.
Contender = tuple[Ask, Ask]


def request(address: str, **headers: str) -> Ask:
    """A request of a visitor nobody knows."""
    from django.core.wsgi import get_wsgi_application
    from django.test import RequestFactory

    application = get_wsgi_application()
    environ = RequestFactory(SERVER_NAME="localhost").get(address, **headers).environ

    def ask() -> None:
        said: list[str] = []
        answer = application(dict(environ), lambda status, headers, error=None: said.append(status))
        b"".join(answer)
        answer.close()
        assert said[0].startswith("200"), f"{address}: {said[0]}"

    return ask


def shuffled(contenders: Mapping[str, Contender], rounds: int) -> dict[str, float]:
    """Median milliseconds of processor time; who comes after whom is drawn anew in each round."""
    taken: dict[str, list[float]] = defaultdict(list)
    order = list(contenders)
    for turn in range(rounds + 1):
        random.shuffle(order)
        for name in order:
            before, ask = contenders[name]
            before()
            begun = time.thread_time()
            ask()
            if turn:  # the first round warms templates and catalogues
                taken[name].append((time.thread_time() - begun) * 1000)
    return {name: median(values) for name, values in taken.items()}


def write_a_mentor() -> None:
    """A mentor's row changes, as it does all day, and is found as it is now: nothing of the site is remembered."""
    from mentoring.bank.models import Mentor
    from search.engines import get_engine

    first = Mentor.objects.order_by("pk").values_list("pk", flat=True)[0]
    Mentor.objects.filter(pk=first).update(position=f"учитель {random.random()}")
    get_engine().refresh()
