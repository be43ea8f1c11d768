"""The triggers: installed again after migrations, renewed when a watch changes, reported when they are lost."""

from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection

from search.embedded.engine import EmbeddedEngine
from search.freshness import handlers, installing, triggers
from search.interface import Query
from search.registry import Watch, registry
from tests.search.sample import kind
from tests.search.sample.models import Consent, School, Teacher


def lost() -> set[str]:
    return {trigger.table for trigger in installing.missing()}


def errors() -> list[str]:
    return [error.id for error in run_checks(databases=["default"]) if str(error.id).startswith("duet_search")]


def test_installing_twice_creates_nothing_new(engine: EmbeddedEngine) -> None:
    assert installing.install() == 0
    assert lost() == set()
    assert errors() == []


def test_a_remade_table_loses_its_triggers_which_is_an_error_until_they_are_installed(engine: EmbeddedEngine) -> None:
    name = next(name for name, table in installing.present().items() if table == School._meta.db_table)
    table = f' ON "{School._meta.db_table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{table}')
    assert lost() == {School._meta.db_table}
    assert errors() == ["duet_search.W001"]
    output = StringIO()
    with pytest.raises(SystemExit):
        call_command("search_status", stdout=StringIO(), stderr=output)
    assert School._meta.db_table in output.getvalue()
    handlers.settle_in(plan=[])
    assert lost() == set()


def test_a_changed_watch_replaces_its_triggers(engine: EmbeddedEngine) -> None:
    before = set(installing.present())
    registry.register(kind.SCHEMA, model=Teacher, documents=kind.documents, watches=[Watch(Teacher, when=("about",))])
    installing.install()
    after = set(installing.present())
    assert after - before
    assert School._meta.db_table not in installing.present().values()


def test_what_migrations_change_without_triggers_is_looked_through_afterwards(engine: EmbeddedEngine) -> None:
    teacher = Teacher.objects.create(name="Серова Ольга", school=School.objects.create(name="Школа", district="d1"))
    Consent.objects.create(teacher=teacher)
    assert engine.search("teacher", Query("серова")).total == 1
    handlers.make_way(plan=["a migration"])
    assert installing.present() == {}
    Teacher.objects.update(name="Белых Анна")
    handlers.settle_in(plan=["a migration"])
    assert engine.search("teacher", Query("белых")).total == 1
    assert engine.search("teacher", Query("серова", literal=True)).total == 0


@pytest.mark.usefixtures("sample")
def test_postgresql_gets_one_function_and_one_trigger_for_each_watch() -> None:
    wanted = triggers.wanted("postgresql")
    assert len(wanted) == len(kind.WATCHES) + 1  # and the synonyms
    for trigger in wanted:
        function, create = trigger.statements
        assert "IS DISTINCT FROM" in function and "{row}" not in function
        assert create.startswith(f'CREATE TRIGGER "{trigger.name}" AFTER INSERT OR UPDATE OR DELETE')
