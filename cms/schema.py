"""Does the database have the tables of this code? The one place that compares migrations."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

Name = tuple[str, str]


@dataclass(frozen=True)
class Difference:
    """Migrations by application and name: those that the database lacks, and those that this code does not know."""

    missing: tuple[Name, ...]
    unknown: tuple[Name, ...]


def compare(applied: Set[Name]) -> Difference:
    """What a database with these migrations lacks, and has more than this code."""
    loader = _on_disk()
    replaced = {name for one in loader.disk_migrations.values() for name in one.replaces}
    ours = {config.label for config in apps.get_app_configs()}
    missing = sorted(
        node
        for node, migration in loader.graph.nodes.items()
        if node not in applied and not (migration and migration.replaces and set(migration.replaces) <= applied)
    )
    unknown = sorted(name for name in applied - loader.disk_migrations.keys() - replaced if name[0] in ours)
    return Difference(tuple(missing), tuple(unknown))


def difference() -> Difference:
    """The difference between the site's database and this code: one small query."""
    return compare(set(MigrationRecorder(connection).applied_migrations()))


def is_behind() -> bool:
    """Whether the database lacks tables or columns of this code; one that cannot be asked is not behind."""
    try:
        return bool(difference().missing)
    except DatabaseError:
        return False


@cache
def _on_disk() -> MigrationLoader:
    return MigrationLoader(None)


_standing: set[str] = set()


def stands(table: str) -> bool:
    """Whether the table is there, asked until it once was: a new program serves before `migrate`."""
    if table not in _standing and table in connection.introspection.table_names():
        _standing.add(table)
    return table in _standing


def has_table(model: type[Model]) -> bool:
    """Whether the table of the model is there now: after ``migrate APP zero`` it is not."""
    return model._meta.db_table in connection.introspection.table_names()
