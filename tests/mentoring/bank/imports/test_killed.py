"""An import whose process is killed leaves the whole file in the bank or nothing, and never anybody twice (T10)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from tests.mentoring.bank.imports.processes import run, start
from tests.mentoring.bank.imports.tables import HEADING

#: Each costs about twenty seconds; KILLS=50 runs the whole of T10.
KILLS = int(os.environ.get("KILLS", "6"))
LETTERS = "абвгдежзиклмнопрстуф"


def table(path: Path, rows: int) -> None:
    """A bank of this many people in one district."""
    names = [f"Умелец{a}{b}{c}ко" for a in LETTERS for b in LETTERS for c in LETTERS[:13]][:rows]
    lines = [f"Ключевской;СОШ № {n % 50};{name} Анна Олеговна;Биология;21-30;первая" for n, name in enumerate(names)]
    path.write_text("\n".join((f"Район;{HEADING}", *lines)))


def counts(database: Path) -> tuple[int, int, int]:
    """Mentors, revisions and organisations in the database file."""
    with sqlite3.connect(database) as connection:
        tables = ("mentoring_mentor", "wagtailcore_revision", "cms_organisation")
        first, second, third = (connection.execute(f"select count(*) from {table}").fetchone()[0] for table in tables)
        return first, second, third


def kill_and_look(database: Path, rows: int, kills: int) -> None:
    file, whole = database.with_name("bank.csv"), database.with_name("whole.sqlite3")
    table(file, rows)
    shutil.copy(database, whole)
    nothing = counts(database)
    began = time.monotonic()
    run(whole, "manage.py", "import_mentor_bank", str(file))
    lasts = time.monotonic() - began
    everything = counts(whole)
    assert everything[0] == rows

    chance = random.Random(kills)
    for _time in range(kills):
        process = start(database, "manage.py", "import_mentor_bank", str(file))
        time.sleep(lasts * chance.uniform(0.3, 1.0))
        process.kill()
        process.communicate()
        assert counts(database) in {nothing, everything}

    run(database, "manage.py", "import_mentor_bank", str(file))
    assert counts(database) == everything


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_killed_import_is_whole_or_nothing(site_database: Path) -> None:
    kill_and_look(site_database, rows=150, kills=1)


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_killed_imports_of_5000_rows_are_whole_or_nothing(site_database: Path) -> None:
    kill_and_look(site_database, rows=5_000, kills=KILLS)
