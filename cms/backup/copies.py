"""A copied database, read without the server that it came from: a file of SQLite, or an archive of `pg_dump`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.utils.translation import gettext as _

from cms.backup import postgres
from cms.backup.errors import BackupFailed

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """One table and its rows, which are read once and in the order in which tables are given."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[Row]


class Copy(Protocol):
    """What is asked of a copy; every method raises ``BackupFailed`` where the copy is damaged."""

    def check(self) -> None:
        """Raise unless the file is whole."""

    def counts(self) -> dict[str, int]:
        """Rows by table."""

    def tables(self) -> Iterator[Table]:
        """Every table with its rows."""

    def types(self) -> dict[str, dict[str, str]]:
        """PostgreSQL's type of each column by table; empty for SQLite."""

    def sequences(self) -> dict[str, int]:
        """The last number given out, by table."""


def open_copy(vendor: str, file: Path) -> Copy:
    """The copy made by a database of this vendor."""
    return SqliteCopy(file) if vendor == "sqlite" else PostgresCopy(file)


def migrations(copy: Copy) -> set[tuple[str, str]]:
    """The migrations that the copied database has: application and name."""
    for table in copy.tables():
        if table.name == "django_migrations":
            places = table.columns.index("app"), table.columns.index("name")
            return {(str(row[places[0]]), str(row[places[1]])) for row in table.rows}
    return set()


_LISTED = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


@dataclass(frozen=True)
class SqliteCopy:
    """A file of SQLite."""

    file: Path

    def check(self) -> None:
        try:
            with closing(sqlite3.connect(self.file)) as copy:
                whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        except sqlite3.DatabaseError:
            whole = False
        if not whole:
            raise BackupFailed(_("Копия базы данных повреждена."))

    def counts(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.file)) as copy:
            names = [name for (name,) in copy.execute(_LISTED).fetchall()]
            return {name: int(copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}

    def tables(self) -> Iterator[Table]:
        with closing(sqlite3.connect(self.file)) as copy:
            for (name,) in copy.execute(_LISTED).fetchall():
                columns = tuple(column[1] for column in copy.execute(f'PRAGMA table_info("{name}")'))
                wanted = ", ".join(f'"{column}"' for column in columns)
                yield Table(name, columns, copy.execute(f'SELECT {wanted} FROM "{name}"'))

    def types(self) -> dict[str, dict[str, str]]:
        return {}

    def sequences(self) -> dict[str, int]:
        with closing(sqlite3.connect(self.file)) as copy:
            return dict(copy.execute("SELECT name, seq FROM sqlite_sequence"))


_COPY = re.compile(r'^COPY public\.("?\w+"?) \((.*)\) FROM stdin;$')
_SETVAL = re.compile(r"^SELECT pg_catalog\.setval\('public\.\"?(\w+)\"?', (\d+), (true|false)\);$")
_OWNED = re.compile(r'^ALTER TABLE public\.("?\w+"?) ALTER COLUMN "?\w+"? ADD GENERATED .* AS IDENTITY \($')
_SEQUENCE = re.compile(r'^    SEQUENCE NAME public\.("?\w+"?)$')
_CREATE = re.compile(r'^CREATE TABLE public\.("?\w+"?) \($')
_COLUMN = re.compile(r'^    ("?\w+"?) (.+?),?$')
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_MEANING = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


@dataclass(frozen=True)
class PostgresCopy:
    """An archive of `pg_dump --format=custom`; `pg_restore` tells its rows, no server is needed."""

    file: Path

    def check(self) -> None:
        postgres.call("pg_restore", "--list", str(self.file))  # the list is at its end, so a cut one has none

    def counts(self) -> dict[str, int]:
        return {table.name: sum(1 for _line in table.rows) for table in self._tables(_lines)}

    def tables(self) -> Iterator[Table]:
        return self._tables(_rows)

    def _tables(self, read: Callable[[Iterable[bytes]], Iterator[Row]]) -> Iterator[Table]:
        with postgres.reading("pg_restore", "--data-only", "--file=-", str(self.file)) as script:
            for line in script:
                if found := _COPY.match(line.decode().rstrip("\n")):
                    columns = tuple(name.strip().strip('"') for name in found[2].split(","))
                    rows = read(script)
                    yield Table(found[1].strip('"'), columns, rows)
                    for _unread in rows:
                        pass

    def types(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        columns: dict[str, str] | None = None
        for line in self._schema():
            if created := _CREATE.match(line):
                columns = found.setdefault(created[1].strip('"'), {})
            elif line.startswith(")"):
                columns = None
            elif columns is not None and (column := _COLUMN.match(line)):
                columns[column[1].strip('"')] = column[2]
        return found

    def sequences(self) -> dict[str, int]:
        table, owners = "", {}
        for line in self._schema():
            if owned := _OWNED.match(line):
                table = owned[1].strip('"')
            elif table and (named := _SEQUENCE.match(line)):
                owners[named[1].strip('"')] = table
                table = ""
        found: dict[str, int] = {}
        with postgres.reading("pg_restore", "--data-only", "--file=-", str(self.file)) as script:
            for raw in script:
                if raw.startswith(b"SELECT pg_catalog.setval(") and (last := _last_number(raw.decode())):
                    sequence, number = last
                    found[owners.get(sequence, sequence)] = number
        return found

    def _schema(self) -> list[str]:
        return postgres.call("pg_restore", "--schema-only", "--file=-", str(self.file)).splitlines()


def _last_number(line: str) -> tuple[str, int] | None:
    found = _SETVAL.match(line.rstrip("\n"))
    return (found[1], int(found[2]) - (found[3] == "false")) if found else None


def _lines(script: Iterable[bytes]) -> Iterator[Row]:
    """The lines of one `COPY … FROM stdin`, each as its only value."""
    for line in script:
        if line == b"\\.\n":
            return
        yield (line,)
    raise BackupFailed(_("Копия базы данных повреждена."))


def _rows(script: Iterable[bytes]) -> Iterator[Row]:
    """The rows of one `COPY … FROM stdin` as text, None for NULL."""
    for (line,) in _lines(script):
        yield tuple(_text(value) for value in line.rstrip(b"\n").split(b"\t"))


def _text(value: bytes) -> str | None:
    if value == b"\\N":
        return None
    if b"\\" in value:
        value = _ESCAPED.sub(lambda found: _MEANING.get(found[1], found[1]), value)
    return value.decode()
