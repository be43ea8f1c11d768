"""What the process remembers of the present version: whole answers and small facts, bounded, the least asked go first.

``once_a_version(key, make)`` gives a fact that pages share (the menu, the restrictions): while an answer is being made
for remembering it is read once a version, at any other time anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar

from django.core.signals import setting_changed
from django.db import connection
from django.utils import timezone

from cms.freshness.moments import next_moment
from cms.freshness.version import Version

T = TypeVar("T")

#: Bytes of answers that one process remembers.
MOST = 12 * 1024 * 1024
#: And of answers to queries, which never push out a page.
MOST_ASKED = 4 * 1024 * 1024
#: Facts that one process remembers.
MOST_FACTS = 1_000


@dataclass(slots=True)
class Making:
    """An answer that is being made, under the version that was the present one before."""

    limits: Spell
    may_be_kept: bool = True

    @property
    def seen(self) -> Version:
        found: Version = self.limits.version
        return found


_present: ContextVar[Making | None] = ContextVar("duet_answer_in_making", default=None)


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something may be said: while the version stays, and until a page changes by itself."""

    version: Any
    begins: datetime
    ends: datetime

    def holds(self, seen: Hashable, now: datetime) -> bool:
        return self.version == seen and self.begins <= now < self.ends


class Memory:
    """Things under keys, each with the spell for which it may be said."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = Lock()
        self._things: OrderedDict[Hashable, tuple[Spell, Any, int]] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable, seen: Hashable) -> Any:
        """What is remembered under the key and may be said now, or None."""
        with self._lock:
            found = self._things.get(key)
            if found is None or not found[0].holds(seen, timezone.now()):
                return None
            self._things.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, thing: Any, spell: Spell, size: int = 1) -> None:
        """Remember it; what was said under another version is not kept any longer."""
        with self._lock:
            if self._things and next(reversed(self._things.values()))[0].version != spell.version:
                self._things.clear()
                self._size = 0
            self._size += size - self._things.pop(key, (None, None, 0))[2]
            self._things[key] = (spell, thing, size)
            while self._size > self.most and self._things:
                self._size -= self._things.popitem(last=False)[1][2]

    def clear(self, **_signal: Any) -> None:
        with self._lock:
            self._things.clear()
            self._size = 0


answers = Memory(MOST)
asked = Memory(MOST_ASKED)
facts = Memory(MOST_FACTS)
steady_facts = Memory(MOST_FACTS)
for memory in (answers, asked, facts, steady_facts):
    setting_changed.connect(memory.clear)


@contextmanager
def making(seen: Version, now: datetime) -> Iterator[Making]:
    """Around the making of what will be remembered under this version, if it is still the present one at the end."""
    token = _present.set(made := Making(spell(seen, now)))
    try:
        yield made
    finally:
        _present.reset(token)


def spell(seen: Version, now: datetime) -> Spell:
    """For how long may be said what is made under this version at this moment."""
    ends = steady_facts.get("next moment", seen.steady)
    if ends is None:
        ends = next_moment(now)
        steady_facts.put("next moment", ends, Spell(seen.steady, now, ends))
    return Spell(seen, now, ends)


def once_a_version(key: Hashable, make: Callable[[], T], *, steady: bool = False) -> T:
    """The fact under the key: remembered while an answer is being made for remembering, anew at any other time.

    A ``steady`` one is made of steady tables alone (``cms.freshness.tables``) and outlives changes of others.
    """
    now_made = _present.get()
    if now_made is None or connection.in_atomic_block:
        return make()
    memory, seen = (steady_facts, now_made.seen.steady) if steady else (facts, now_made.seen)
    known: tuple[T, datetime] | None = memory.get(key, seen)
    if known is None:
        limits = replace(spell(now_made.seen, timezone.now()), version=seen)
        fact = make()
        limits = replace(limits, ends=min(limits.ends, now_made.limits.ends))
        # Under an older version than the present one it would be lost only, never wrong: nobody asks for that again.
        if now_made.may_be_kept:
            memory.put(key, (fact, limits.ends), limits)
        return fact
    only_until(known[1])
    return known[0]


def unremembered() -> None:
    """Do not remember the answer that is being made: it says what neither the content nor the clock decides."""
    if (now_made := _present.get()) is not None:
        now_made.may_be_kept = False


def only_until(moment: datetime) -> None:
    """The answer that is being made holds something that is read anew at this moment at the latest."""
    if (now_made := _present.get()) is not None:
        now_made.limits = replace(now_made.limits, ends=min(now_made.limits.ends, moment))


def is_remembering() -> bool:
    """Whether an answer is being made for remembering."""
    return _present.get() is not None
