"""Waking the loops of this process, so that what was just asked for does not wait for their next look."""

from __future__ import annotations

import threading
import weakref

from django.db import transaction

_sleepers: weakref.WeakSet[threading.Event] = weakref.WeakSet()


def sleeper() -> threading.Event:
    """An event to sleep on, set whenever there may be work."""
    event = threading.Event()
    _sleepers.add(event)
    return event


def wake() -> None:
    """Let every loop of this process look for work now."""
    for event in list(_sleepers):
        event.set()


def wake_after_commit() -> None:
    """The same once the caller's transaction is committed; a rolled-back one wakes nobody."""
    if _sleepers:
        transaction.on_commit(wake)
