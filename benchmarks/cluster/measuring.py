"""Interleaved rounds against one server, cold (its request cache emptied before each answer) and cached."""

import http.client
import time
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from benchmarks.cluster.contenders import CLIENTS, PREFIX, Engine, Raw, WagtailOnServer, index_for_wagtail
from benchmarks.contenders.answer import Contender
from benchmarks.queries import Asked
from search.mentors.schema import KIND


def measure(product: str, url: str, queries: Sequence[Asked], rounds: int) -> dict[str, Any]:
    """Everything about one server: how long an index takes, its size, and the seconds of every answer."""
    server = CLIENTS[product]([url])
    engine = Engine(server)
    build = _timed(lambda: engine.engine.delivery.build_or_wait(_schema()))
    size = sum(server.indices(f"{PREFIX}-{KIND}-*").values())
    raw, wagtail = Raw(url, engine), WagtailOnServer()
    index = _timed(index_for_wagtail)
    for asked in queries:
        raw.record(asked)
    able = {id(asked) for asked in queries if wagtail.can(asked) and _answers(wagtail, asked)}
    lines = [_line(asked) for asked in queries]
    cache = _Cache(url)
    for round_ in range(rounds):
        for asked, line in zip(queries, lines, strict=True):
            contenders: list[Contender] = [engine, raw, *([wagtail] if id(asked) in able else [])]
            turn = round_ % len(contenders)
            for one in (*contenders[turn:], *contenders[:turn]):
                _ask(one, asked, line, cache)
    return {"build": build, "size": size, "wagtail_build": index, "queries": lines}


def _answers(contender: Contender, asked: Asked) -> bool:
    """Whether it answers at all: a body that the server refuses is no time to compare."""
    try:
        contender.answer(asked)
    except Exception:  # each product's client raises its own
        return False
    return True


def _schema() -> Any:
    from search.registry import registry

    return registry.get(KIND).schema


def _line(asked: Asked) -> dict[str, Any]:
    return {"group": asked.group, "cold": {}, "cached": {}, "cpu": {}}


def _ask(contender: Contender, asked: Asked, line: dict[str, Any], cache: "_Cache") -> None:
    cache.empty()
    for state in ("cold", "cached"):
        started, worked = time.perf_counter(), time.thread_time()
        contender.answer(asked)
        seconds, cpu = time.perf_counter() - started, time.thread_time() - worked
        line[state].setdefault(contender.name, []).append(seconds)
        line["cpu"].setdefault(contender.name, []).append(cpu)


class _Cache:
    """The request cache of all indices of the server."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)

    def empty(self) -> None:
        self._connection.request("POST", "/_cache/clear?request=true&query=true")
        self._connection.getresponse().read()


def _timed(work: Any) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
