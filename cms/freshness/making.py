"""An answer, or a fact in it, while it is being made: which tables it reads, until when it may be said.

Every statement that goes through the connection is looked at, so no table has to be declared by whoever reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.db.models import Model
from django.http import HttpRequest

from cms.freshness.tables import watched
from cms.freshness.version import Version

_WORD = re.compile(r"\w+")
#: Characters of the longest statement whose tables are kept.
LONGEST = 4_000

#: What a request says of the host that was asked, and the headers of a proxy that say it.
_OF_THE_HOST = ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO")

#: Facts by key: how each is made, and what it was.
Facts = dict[Hashable, tuple[Callable[[], Any], Any]]


@dataclass(frozen=True, slots=True)
class Made:
    """What something was made of."""

    tables: frozenset[str]
    facts: Mapping[Hashable, tuple[Callable[[], Any], Any]]
    ends: datetime
    may_be_kept: bool = True


@dataclass(slots=True)
class Making:
    """Something that is being made, under the version that was the present one before."""

    seen: Version
    ends: datetime
    tables: set[str] = field(default_factory=set)
    #: What it hangs on by value, and not by table.
    facts: Facts = field(default_factory=dict)
    may_be_kept: bool = True
    is_listening: bool = True

    def until(self, moment: datetime) -> None:
        self.ends = min(self.ends, moment)

    def take_in(self, part: Made) -> None:
        """It is made of this part as well."""
        self.tables |= part.tables
        self.facts.update(part.facts)
        self.until(part.ends)
        self.may_be_kept = self.may_be_kept and part.may_be_kept

    def done(self) -> Made:
        return Made(frozenset(self.tables), dict(self.facts), self.ends, self.may_be_kept)


_present: ContextVar[Making | None] = ContextVar("duet_answer_in_making", default=None)


def present() -> Making | None:
    """What is being made for remembering now."""
    return _present.get()


@contextmanager
def making_inside(made: Making) -> Iterator[Making]:
    """Around the making: every table that is read meanwhile is one that it was made of."""
    listens_already = _present.get() is not None
    token = _present.set(made)
    try:
        if listens_already:
            yield made
        else:
            with connection.execute_wrapper(_listen):
                yield made
    finally:
        _present.reset(token)


def unremembered() -> None:
    """Do not remember the answer that is being made: it says what neither the content nor the clock decides."""
    if (made := _present.get()) is not None:
        made.may_be_kept = False


def only_until(moment: datetime) -> None:
    """The answer that is being made holds something that is read anew at this moment at the latest."""
    if (made := _present.get()) is not None:
        made.until(moment)


def made_of(*models: type[Model]) -> None:
    """What is being made is made of these models as well, be it of objects that somebody read before."""
    if (made := _present.get()) is not None:
        made.tables |= _names() & {model._meta.db_table for model in models}


def bare(request: HttpRequest) -> HttpRequest:
    """A request to the same host without its query, its visitor and what was read for it: for facts to be made with."""
    meta = {name: request.META[name] for name in _OF_THE_HOST if name in request.META}
    method = {"REQUEST_METHOD": "GET", "PATH_INFO": request.path_info, "wsgi.input": BytesIO()}
    return WSGIRequest({**meta, **method, "wsgi.url_scheme": request._get_scheme()})  # type: ignore[attr-defined]


def is_remembering() -> bool:
    """Whether an answer is being made for remembering."""
    return _present.get() is not None


@contextmanager
def spoken_for() -> Iterator[None]:
    """Around what is read of tables whose news another fact of the answer tells (``once_a_version(by_value=True)``)."""
    made = _present.get()
    if made is None:
        yield
        return
    was, made.is_listening = made.is_listening, False
    try:
        yield
    finally:
        made.is_listening = was


def _listen(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    made = _present.get()
    if made is not None and made.is_listening:
        made.tables |= _tables_of(sql)
    return execute(sql, params, many, context)


def _tables_of(sql: Any) -> frozenset[str]:
    if not isinstance(sql, str):
        return _names()  # composed by a driver: it may read anything
    return _kept_tables(sql) if len(sql) <= LONGEST else _tables_in(sql)


def _tables_in(sql: str) -> frozenset[str]:
    """Every watched table whose name stands in the statement, be it as another thing's name."""
    return _names().intersection(_WORD.findall(sql))


_kept_tables = lru_cache(maxsize=512)(_tables_in)


@cache
def _names() -> frozenset[str]:
    return frozenset(table.table for table in watched())
