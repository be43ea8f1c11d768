"""Figures that are asked of the database when Prometheus asks: each room adds its own.

@gauge("duet_mails", "Mails by state.", ["state"])
def mails() -> Iterable[tuple[tuple[str, ...], float]]: ...
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

logger = logging.getLogger(__name__)

Samples = Iterable[tuple[tuple[str, ...], float]]


@dataclass(frozen=True)
class _Asked:
    name: str
    help: str
    labels: Sequence[str]
    ask: Callable[[], Samples]


_asked: dict[str, _Asked] = {}


def gauge(name: str, help: str, labels: Sequence[str] = ()) -> Callable[[Callable[[], Samples]], Callable[[], Samples]]:
    """Declare a figure; the module has to be imported at start-up (``AppConfig.ready``)."""

    def declare(function: Callable[[], Samples]) -> Callable[[], Samples]:
        _asked[name] = _Asked(name, help, labels, function)
        return function

    return declare


def age(since: datetime | None) -> float:
    """Seconds since then; 0 where nothing waits."""
    return max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0


class Gauges(Collector):
    """All of them; one that fails leaves the others and counts as an error of the collection."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        failed = 0
        for one in list(_asked.values()):
            family = GaugeMetricFamily(one.name, one.help, labels=one.labels)
            try:
                for labels, value in one.ask():
                    family.add_metric(labels, value)
            except Exception:
                logger.exception("the figure %s cannot be asked", one.name)
                failed += 1
            yield family
        yield GaugeMetricFamily("duet_figures_failed", "Figures that could not be asked.", value=failed)
