"""An import whose process is killed leaves the whole file in the bank or nothing, and never anybody twice (T10)."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from tests.mentoring.bank.imports.processes import run, start
from tests.mentoring.bank.imports.tables import HEADING

LETTERS = "абвгдежзиклмнопрстуф"


def table(path: Path, rows: int) -> None:
    """A bank of this many people in one district."""
    names = [f"Наставник{a}{b}{c}" for a in LETTERS for b in LETTERS for c in LETTERS[:13]][:rows]
    lines = [f"Ключевской;СОШ № {n % 50};{name} Анна Олеговна;Биология;21-30;первая" for n, name in enumerate(names)]
    path.write_text("\n".join((f"Район;{HEADING}", *lines)))


def counts(database: Path) -> tuple[int, int, int]:
    """Mentors, revisions and organisations in the database file."""
    with sqlite3.connect(database) as connection:
        tables = ("mentoring_mentor", "wagtailcore_revision", "cms_organisation")
        first, second, third = (connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)
        return first, second, third


def kill_and_look(tmp_path: Path, rows: int, kills: int) -> None:
    empty, file = tmp_path / "empty.sqlite3", tmp_path / "bank.csv"
    table(file, rows)
    run(empty, "manage.py", "migrate", "--verbosity", "0")
    whole = tmp_path / "whole.sqlite3"
    shutil.copy(empty, whole)
    began = time.monotonic()
    run(whole, "manage.py", "import_mentor_bank", str(file))
    lasts = time.monotonic() - began
    nothing, everything = counts(empty), counts(whole)
    assert everything[0] == rows

    chance = random.Random(kills)
    database = tmp_path / "site.sqlite3"
    shutil.copy(empty, database)
    for _time in range(kills):
        process = start(database, "manage.py", "import_mentor_bank", str(file))
        time.sleep(lasts * chance.uniform(0.3, 1.0))
        process.kill()
        process.communicate()
        assert counts(database) in {nothing, everything}

    run(database, "manage.py", "import_mentor_bank", str(file))
    assert counts(database) == everything


@pytest.mark.timeout(300)
def test_a_killed_import_is_whole_or_nothing(tmp_path: Path) -> None:
    kill_and_look(tmp_path, rows=400, kills=2)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_fifty_killed_imports_of_5000_rows_are_whole_or_nothing(tmp_path: Path) -> None:
    kill_and_look(tmp_path, rows=5_000, kills=50)
