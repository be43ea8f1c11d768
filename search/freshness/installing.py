"""Puts the triggers of the search into the database, takes them away, and says which are missing."""

from collections.abc import Collection

from django.db import connection

from cms.databases import triggers as databases
from cms.databases.triggers import Trigger
from search.freshness.models import Change
from search.freshness.triggers import PREFIX, wanted


def present() -> dict[str, str]:
    """The triggers of the search that stand in the database: table by name."""
    return databases.present(PREFIX)


def missing() -> list[Trigger]:
    """Triggers that should stand in the database and do not, among the tables that are there."""
    if Change._meta.db_table not in connection.introspection.table_names():
        return []
    return databases.missing(wanted(), PREFIX)


def install() -> int:
    """Create what is missing, drop what is no longer wanted; returns how many were created."""
    names = wanted()
    if Change._meta.db_table not in connection.introspection.table_names():
        names = []
    return databases.install(names, PREFIX)


def drop(keep: Collection[str] = ()) -> None:
    """Drop the triggers of the search but those to keep."""
    databases.drop(PREFIX, keep)
