"""What the process remembers: whole answers and small facts, each with the tables that it was made of.

``once_a_version(key, make)`` gives a fact that pages share (the menu, the restrictions): while an answer is being made
for remembering it is made anew only after its own tables have changed, at any other time always.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar

from django.core.signals import setting_changed
from django.db import connection
from django.utils import timezone

from cms.freshness.making import Made, Making, making_inside, present
from cms.freshness.moments import next_moment
from cms.freshness.version import Version

T = TypeVar("T")

#: Bytes of answers that one process remembers.
MOST = 12 * 1024 * 1024
#: And of answers to queries, which never push out a page.
MOST_ASKED = 4 * 1024 * 1024
#: Facts that one process remembers.
MOST_FACTS = 1_000


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something may be said: while its tables and facts stay as they were, and until it changes by itself."""

    version: Hashable
    begins: datetime
    ends: datetime
    #: Tables with the marks that they had.
    marks: tuple[tuple[str, Hashable], ...] = ()
    #: Facts that it depends on by their value: the key, how it is made, what it was.
    facts: tuple[tuple[Hashable, Callable[[], Any], Any], ...] = ()

    @classmethod
    def of(cls, seen: Version, begins: datetime, made: Made) -> Spell:
        marks = tuple((table, seen.tables[table]) for table in sorted(made.tables))
        facts = tuple((key, make, value) for key, (make, value) in made.facts.items())
        return cls(seen.everything, begins, made.ends, marks, facts)

    def holds(self, seen: Version, now: datetime) -> bool:
        """Whether it may be said at this version and moment; facts that it hangs on are made anew for that."""
        return self.begins <= now < self.ends and (self.version == seen.everything or self.is_of(seen))

    def is_of(self, seen: Version) -> bool:
        """Whether what it was made of is the same in this version."""
        return all(seen.tables.get(table) == mark for table, mark in self.marks) and all(
            _fact(key, make, seen).value == value for key, make, value in self.facts
        )


class Memory:
    """Things under keys, each with the spell for which it may be said."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._lock = Lock()
        self._things: OrderedDict[Hashable, tuple[Spell, Any, int]] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable, seen: Version) -> Any:
        """What is remembered under the key and may be said now, or None; what no longer may be said goes."""
        found = self._things.get(key)
        if found is None:
            return None
        spell, thing, size = found
        holds = spell.holds(seen, timezone.now())  # outside of the lock: it may ask the database
        with self._lock:
            if self._things.get(key) is found:
                if not holds:
                    self._size -= self._things.pop(key)[2]
                else:
                    if spell.version != seen.everything:  # the next look is short
                        self._things[key] = (replace(spell, version=seen.everything), thing, size)
                    self._things.move_to_end(key)
        return thing if holds else None

    def put(self, key: Hashable, thing: Any, spell: Spell, size: int = 1) -> None:
        """Remember it, in the place of what was asked for longest ago."""
        with self._lock:
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
for memory in (answers, asked, facts):
    setting_changed.connect(memory.clear)


@dataclass(frozen=True, slots=True)
class Fact:
    value: Any
    made: Made


def once_a_version(key: Hashable, make: Callable[[], T], *, by_value: bool = False) -> T:
    """The fact under the key, made of tables, clock and key alone: a plain value, with nothing left to read later.

    Remembered while an answer is being made for remembering, made at any other time. What is made with it hangs on
    the fact's tables; on its value alone if ``by_value``: ``make`` may then be called at any time later.
    """
    outer = present()
    if outer is None or connection.in_atomic_block:
        return make()
    fact = _fact(key, make, outer.seen)
    if by_value:
        outer.facts[key] = (make, fact.value)
        outer.until(fact.made.ends)
        outer.may_be_kept = outer.may_be_kept and fact.made.may_be_kept
    else:
        outer.take_in(fact.made)
    found: T = fact.value
    return found


def _fact(key: Hashable, make: Callable[[], Any], seen: Version) -> Fact:
    known: Fact | None = facts.get(key, seen)
    if known is not None:
        return known
    begins = timezone.now()
    with making_inside(begin(seen, begins)) as made:
        value = make()
    fact = Fact(value, made.done())
    # Under an older version than the present one it would be lost only, never wrong: nobody asks for that again.
    if made.may_be_kept:
        facts.put(key, fact, Spell.of(seen, begins, fact.made))
    return fact


def begin(seen: Version, now: datetime) -> Making:
    """Something that is made under this version, until some page changes by itself at the latest."""
    known: Made | None = facts.get(next_moment, seen)
    if known is None:
        with making_inside(Making(seen, datetime.max.replace(tzinfo=now.tzinfo))) as made:
            made.until(next_moment(now))
        known = made.done()
        facts.put(next_moment, known, Spell.of(seen, now, known))
    fresh = Making(seen, known.ends)
    fresh.take_in(known)
    return fresh
