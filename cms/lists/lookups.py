"""How lists compare texts: by whole words in all their forms, and by an ``icontains`` that knows Cyrillic and ё.

SQLite knows the case of Latin letters only. Stock lists of the admin (users, groups, redirects) ask by ``icontains``,
so they need nothing of ours.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.backends.signals import connection_created
from django.db.models.lookups import BuiltinLookup, IContains

FUNCTION, HAS_WORD = "duet_folded", "duet_has_word"


def folded(text: Any) -> Any:
    """The text in lower case, ё as е; what is no text stays."""
    return text.lower().replace("ё", "е") if isinstance(text, str) else text


class FoldedContains(IContains):
    """Contains the text, in any case, with ё or е."""

    def process_lhs(self, compiler: Any, connection: Any, lhs: Any = None) -> Any:
        """The column, folded as the text is."""
        left, parameters = super().process_lhs(compiler, connection, lhs)
        if not self.rhs_is_direct_value():
            return left, parameters
        if connection.vendor == "sqlite":
            return f"{FUNCTION}({left})", parameters
        return f"REPLACE({left}, 'Ё', 'Е')", parameters  # PostgreSQL compares in upper case

    def get_prep_lookup(self) -> Any:
        return folded(super().get_prep_lookup())


class HasWord(BuiltinLookup):
    """The text has a word of this pattern (``cms.lists.conditions.pattern_of``), in any case."""

    lookup_name = "has_word"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> Any:
        """By a function of ours: most texts are turned away before the expression is tried."""
        left, parameters = self.process_lhs(compiler, connection)
        return f"{HAS_WORD}({left}, %s)", (*parameters, str(self.rhs))

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """By the server's regular expressions."""
        left, parameters = self.process_lhs(compiler, connection)
        return f"({left})::text ~* %s", (*parameters, self.rhs.expression)


class Pattern(str):
    """A regular expression behind the beginnings of which every match has one: «карас|карасев⏎expression»."""

    __slots__ = ()

    @classmethod
    def of(cls, beginnings: Iterable[str], expression: str) -> Pattern:
        return cls(f"{'|'.join(beginnings)}\n{expression}")

    @property
    def expression(self) -> str:
        return self.partition("\n")[2]


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    beginnings, _, expression = pattern.partition("\n")
    return tuple(beginnings.split("|")), re.compile(expression)


def has_word(text: Any, pattern: str) -> bool:
    """What SQLite asks of each row; a number is compared by its digits."""
    if text is None:
        return False
    plain = folded(str(text))
    beginnings, expression = _compiled(pattern)
    return any(beginning in plain for beginning in beginnings) and expression.search(plain) is not None


def _teach(connection: Any, **kwargs: Any) -> None:
    if connection.vendor == "sqlite":
        plain: sqlite3.Connection = connection.connection
        plain.create_function(FUNCTION, 1, folded, deterministic=True)
        plain.create_function(HAS_WORD, 2, has_word, deterministic=True)


def register() -> None:
    """Use it for every text; called once at start-up."""
    connection_created.connect(_teach, dispatch_uid="cms.lists.lookups")
    for field in (models.CharField, models.TextField):
        field.register_lookup(FoldedContains)
