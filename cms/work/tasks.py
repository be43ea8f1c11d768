"""Declaring what is done later: a task is asked for in a transaction and happens if that is committed.

@background
def build_the_report(report_id: int) -> None: ...

build_the_report.enqueue(report.pk)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django_tasks import task
from django_tasks.base import Task

#: The name of our queue in ``settings.TASKS``; Wagtail's own tasks stay with its default.
BACKEND = "background"


class GiveUp(Exception):
    """A task cannot be done however often it is tried; the words tell the regional centre why."""


def background(
    function: Callable[..., Any] | None = None,
    *,
    label: Any = "",
    priority: int = 0,
    own_transactions: bool = False,
) -> Any:
    """Make a function a task of the worker: arguments are JSON, an exception means «again after a pause».

    It runs in the transaction that also marks it as done, so a killed worker leaves no half and no second effect.
    ``own_transactions``: for what is long or speaks to other servers; it must bear being run twice (keys, states).
    ``label``: what the page «Фоновая работа» calls it.
    """

    def declare(function: Callable[..., Any]) -> Task[Any, Any]:
        function.duet_own_transactions = own_transactions  # type: ignore[attr-defined]
        function.duet_label = label  # type: ignore[attr-defined]
        return task(backend=BACKEND, priority=priority)(function)

    return declare(function) if function else declare


def has_own_transactions(declared: Any) -> bool:
    """Whether a task keeps its transactions itself."""
    return bool(getattr(declared.func, "duet_own_transactions", True))
