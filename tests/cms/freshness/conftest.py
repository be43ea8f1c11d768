"""A database whose writes are committed for real, and that is as before when the test is over."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from cms.branches.building import build_region_branch
from cms.freshness import memory, version
from tests.databases import administer
from tests.factories import MunicipalityFactory
from tests.factories.branches import make_first_page, open_branch


def _forget() -> None:
    memory.answers.clear()
    memory.asked.clear()
    memory.facts.clear()
    version._guard.__init__()  # type: ignore[misc]


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """No transaction around the test: what it writes is committed, as a site commits it."""
    _forget()
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with _copy():
                yield
        else:
            connection.ensure_connection()
            saved = sqlite3.connect(":memory:")
            connection.connection.backup(saved)
            yield
            saved.backup(connection.connection)
            saved.close()
    _forget()


class _copy:
    """PostgreSQL: a copy of the test database, dropped afterwards."""

    def __enter__(self) -> None:
        self.name = str(connection.settings_dict["NAME"])
        self.copy = f"duet_{uuid.uuid4().hex[:12]}"
        connection.close()
        administer(f'CREATE DATABASE {self.copy} TEMPLATE "{self.name}"')
        self._turn_to(self.copy)

    def __exit__(self, *_error: object) -> None:
        connection.close()
        self._turn_to(self.name)
        administer(f"DROP DATABASE {self.copy} WITH (FORCE)")

    @staticmethod
    def _turn_to(name: str) -> None:
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


@pytest.fixture
def branch(committed: None) -> Any:
    """The home of a municipality's branch, beside the region's own."""
    make_first_page()
    build_region_branch()
    return open_branch(MunicipalityFactory(code="klyuchi", short_name="Ключевской", name="Ключевской район"))


@pytest.fixture
def anybody() -> Client:
    """A visitor nobody knows."""
    return Client()
