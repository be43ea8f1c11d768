"""The former release's database is upgraded while readers read; `fixtures.md` tells how the next one is made."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.servers import DATABASE, ROOT, environment, manage, serving

FORMER = Path(__file__).parent / "0.1.0.sqlite3.gz"
SEARCHES = (
    "/nastavniki/",
    f"/nastavniki/?q={quote('наставник')}",
    f"/poisk/?q={quote('наставник')}",
    "/api/v1/mentors",
)
PAGES = ("/", "/sitemap.xml", "/health/")
COUNT = ("shell", "--no-imports", "-v0", "-c")
FOUND = """
from search.engines import get_engine
from search.interface.query import Query
print(get_engine().search("mentor", Query(page_size=100)).total)
"""


@pytest.fixture
def var(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    (folder / "media").mkdir(parents=True)
    with gzip.open(FORMER) as packed, (folder / DATABASE).open("wb") as file:
        shutil.copyfileobj(packed, file)
    return folder


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def reading(site: str) -> Iterator[dict[str, Counter[int]]]:
    """Somebody reads all the time; gives the statuses by address."""
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    over = threading.Event()

    def read() -> None:
        while not over.is_set():
            for path in (*SEARCHES, *PAGES):
                seen[path][status(site + path)] += 1
            over.wait(1)  # a reader, not a robot whom the API sends away

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield seen
    finally:
        over.set()
        reader.join()


def advice(var: Path) -> str:
    command = [sys.executable, "manage.py", "check", "--database", "default"]
    return subprocess.run(command, cwd=ROOT, env=environment(var), capture_output=True, text=True, check=False).stderr


@pytest.mark.slow
def test_a_reader_reads_while_the_former_release_is_upgraded(var: Path) -> None:
    assert "manage.py migrate" in advice(var)
    with serving(var) as site, reading(site) as seen:  # the new program, restarted before its tables are there
        manage(var, "migrate", "-v0")
        manage(var, "rebuild_search", "-v0")
        final = {path: status(site + path) for path in (*SEARCHES, *PAGES)}
    assert set(final.values()) == {200}, final
    for path in SEARCHES:
        assert set(seen[path]) == {200}, seen
    for path in PAGES:
        assert set(seen[path]) <= {200, 503}, seen
    assert "Расхождений нет" in manage(var, "search_status")
    assert manage(var, *COUNT, FOUND).strip() == "24"
    assert "duet.W02" not in advice(var)
    # Through an archive of the new version into a new place, as a region does before the next release.
    manage(var, "backup", str(var / "after.tar.gz"))
