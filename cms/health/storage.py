"""What is said and logged when the place of the data fails: no space is left, or the file of SQLite is damaged."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import time, timedelta
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.health.registry import Finding, broken, good, health_check
from cms.schema import is_behind
from cms.work.periodic import periodic

logger = logging.getLogger(__name__)

#: SQLSTATE of PostgreSQL: the disk is full; data or an index are damaged.
_FULL, _DAMAGED = {"53100"}, {"XX001", "XX002"}


class Trouble(Enum):
    """Why the data could not be read or written."""

    FULL = "full"
    DAMAGED = "damaged"


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What an error or one of its causes says of the place of the data; None where it is about something else."""
    return next(filter(None, map(_trouble, _with_causes(error))), None)


def tell(trouble: Trouble) -> None:
    """Write to the log what happened and what to do; damage stays on `/health/` until the file is found whole."""
    if trouble is Trouble.FULL:
        logger.critical(
            _("На диске кончилось место: ничего нового не сохраняется. Освободите место, сайт продолжит сам.")
        )
        return
    logger.critical("%s %s", _("Файл базы данных повреждён."), way_back())
    try:
        _mark().write_text(_identity())
    except OSError:
        logger.exception("the mark of a damaged database cannot be written")


def way_back() -> str:
    """What an administrator does about a damaged file."""
    return _(
        "Остановите сайт и фоновую работу, отложите файл %(file)s и выполните «manage.py restore КОПИЯ»; "
        "проверка: «manage.py check --database default»."
    ) % {"file": _file() or ""}


def is_whole() -> bool:
    """Whether the file of SQLite, read from beginning to end, is whole; takes the mark of damage away."""
    file = _file()
    if file is None:
        return True
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as reader:
            whole = bool(reader.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError as error:
        whole = trouble_of(error) is not Trouble.DAMAGED  # a file that is locked or not there is not a damaged one
    except sqlite3.DatabaseError:
        whole = False
    if whole:
        _mark().unlink(missing_ok=True)
    return whole


@health_check("storage", label=gettext_lazy("файл базы данных"))
def nobody_met_damage() -> Finding:
    """No reader met a damaged page of the file, and the nightly check did not either."""
    try:
        marked = _mark().read_text()
    except OSError:
        return good(_("повреждений не замечено"))
    # Another file in its place is the archive that was put back.
    return broken(f"{_('повреждён.')} {way_back()}") if marked == _identity() else good(_("восстановлен"))


@register(Tags.database)
def the_file_is_whole(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """`check --database default` reads the whole file."""
    if not databases or DEFAULT_DB_ALIAS not in databases or is_whole():
        return []
    return [Error(_("Файл базы данных повреждён."), hint=way_back(), id="duet.E022")]


Check = Callable[..., Sequence[CheckMessage]]


def unless_damaged(check: Check) -> Check:
    """A check that asks the database: it says nothing of a damaged file (`the_file_is_whole` does), and nothing of
    tables that are still to be made: `migrate` runs the checks first, also after one that was stopped half way.
    """

    @wraps(check)
    def checked(*args: Any, **kwargs: Any) -> Sequence[CheckMessage]:
        try:
            return check(*args, **kwargs)
        except DatabaseError as error:
            if trouble_of(error) is not Trouble.DAMAGED and not is_behind():
                raise
            return []

    return checked


@periodic(every=timedelta(days=1), at=time(4), label=gettext_lazy("Цел ли файл базы данных"))
def look_at_the_file() -> None:
    if not is_whole():
        tell(Trouble.DAMAGED)


def _trouble(error: BaseException) -> Trouble | None:
    if isinstance(error, OSError):
        return Trouble.FULL if error.errno in {errno.ENOSPC, errno.EDQUOT} else None
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the details of an extended code
        if code == sqlite3.SQLITE_FULL:
            return Trouble.FULL
        return Trouble.DAMAGED if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} else None
    state = getattr(error, "sqlstate", None)
    if state in _FULL:
        return Trouble.FULL
    return Trouble.DAMAGED if state in _DAMAGED else None


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _file() -> Path | None:
    """The file of SQLite; None on another database, or in memory."""
    name = connection.settings_dict["NAME"]
    if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]
        return None
    return Path(name)


def _identity() -> str:
    """Which file stands at the address now."""
    file = _file()
    try:
        found = file.stat() if file else None
    except OSError:
        found = None
    return f"{found.st_dev}:{found.st_ino}" if found else ""


def _mark() -> Path:
    return Path(settings.DUET_VAR) / "database-damaged"
