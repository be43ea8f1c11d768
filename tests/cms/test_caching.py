"""Processes count together; a Redis that fails takes nothing away but the counting."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache.backends import db as db_cache
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string

from cms.caching import counting, table
from cms.caching.choosing import cache_settings
from cms.caching.folder import SELDOM
from cms.caching.health import cache_keeps
from cms.health.registry import Health
from cms.personal_links import throttling
from tests.servers import free_port, require

SQLITE = "django.db.backends.sqlite3"


def made(settings: dict[str, Any]) -> BaseCache:
    """A cache as one more process would have it."""
    own = {key: value for key, value in settings.items() if key not in {"BACKEND", "LOCATION"}}
    cache: BaseCache = import_string(settings["BACKEND"])(settings["LOCATION"], own)
    return cache


@pytest.fixture(scope="module")
def redis_url() -> Iterator[str]:
    """A Redis of these tests' own."""
    program = shutil.which("redis-server")
    require(program is not None, "no redis-server")
    port = free_port()
    command = [str(program), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(timeout=10)


def count_together(one: BaseCache, other: BaseCache) -> None:
    one.clear()
    one.add("asked", 0, 60)
    for cache in (one, other, one):
        cache.incr("asked")
    assert other.get("asked") == 3
    other.delete("asked")
    assert one.get("asked") is None


def test_processes_count_together_in_redis(redis_url: str, tmp_path: Path) -> None:
    settings = cache_settings(redis_url, SQLITE, tmp_path)
    count_together(made(settings), made(settings))


def test_processes_count_together_beside_sqlite(tmp_path: Path) -> None:
    settings = cache_settings("", SQLITE, tmp_path)
    count_together(made(settings), made(settings))


@pytest.mark.django_db
def test_processes_count_together_in_postgresql(settings: Any, tmp_path: Path) -> None:
    # The table is Django's own on every database, so that this runs on SQLite as well.
    settings.CACHES = {"default": cache_settings("", "django.db.backends.postgresql", tmp_path)}
    table.make_table()
    assert table_there()
    count_together(made(settings.CACHES["default"]), made(settings.CACHES["default"]))


def one_count_ends_in_time(cache: BaseCache, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who goes on asking is counted anew when the window is over; a pause inside it makes nobody a newcomer."""
    now = timezone.now()

    def later(seconds: float) -> None:
        moment = now + timedelta(seconds=seconds)
        monkeypatch.setattr(time, "time", moment.timestamp)
        monkeypatch.setattr(db_cache, "tz_now", lambda: moment)

    cache.clear()
    monkeypatch.setattr(counting, "cache", cache)
    window = 600
    counted = []
    for seconds in (0, 1, window - 10, window - 5, window + 5):
        later(seconds)
        counted.append(counting.counted_in(window, "asked"))
    assert counted == [1, 2, 3, 4, 1]


def test_a_window_of_a_limit_ends_beside_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_count_ends_in_time(made(cache_settings("", SQLITE, tmp_path)), monkeypatch)


@pytest.mark.django_db
def test_a_window_of_a_limit_ends_in_postgresql(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {"default": cache_settings("", "django.db.backends.postgresql", tmp_path)}
    table.make_table()
    one_count_ends_in_time(made(settings.CACHES["default"]), monkeypatch)


def test_a_write_beside_sqlite_does_not_list_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = made(cache_settings("", SQLITE, tmp_path) | {"OPTIONS": {"MAX_ENTRIES": 300}})
    looks = 0
    listed = FileBasedCache._list_cache_files

    def look(self: FileBasedCache) -> list[str]:
        nonlocal looks
        looks += 1
        return listed(self)

    monkeypatch.setattr(FileBasedCache, "_list_cache_files", look)
    for number in range(10 * SELDOM):
        cache.set(f"key-{number}", number)
    assert looks == 10
    assert len(list(tmp_path.rglob("*.djcache"))) <= 300 + SELDOM


def table_there() -> bool:
    return "duet_cache" in connection.introspection.table_names()


def test_a_limit_holds_for_all_processes(redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = cache_settings(redis_url, SQLITE, tmp_path)
    processes = [made(settings), made(settings)]
    processes[0].clear()
    refused = 0
    for number in range(throttling.REQUESTS + 20):
        monkeypatch.setattr(counting, "cache", processes[number % 2])
        refused += throttling.asks_too_often(7)
    assert refused == 20


def test_without_redis_everything_has_an_answer_and_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = made(cache_settings(f"redis://127.0.0.1:{free_port()}/0", SQLITE, tmp_path))
    started = time.monotonic()
    for _ in range(50):
        cache.set("key", "value")
        assert cache.get("key", "nothing") == "nothing"
        assert cache.get_or_set("key", lambda: "computed") == "computed"
        assert cache.get_many(["key"]) == {}
        assert cache.add("key", 1) is False
        with pytest.raises(ValueError, match="not found"):
            cache.incr("key")
    assert time.monotonic() - started < 2
    for module in (counting, __import__("cms.caching.health", fromlist=["cache"])):
        monkeypatch.setattr(module, "cache", cache)
    assert throttling.asks_too_often(7) is False
    assert cache_keeps().health is Health.DEGRADED
