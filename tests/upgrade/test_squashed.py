"""The migrations that stand for many others: the same tables, and nothing to do where those have run."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from cms.schema import compare, difference

#: The last migrations of release 0.1.0.
FORMER = {
    "cms": "0014_home_and_text_pages_take_blocks",
    "mentoring": "0011_stage_results_may_be_acts",
    "bestpractices": "0004_origins",
    "duet_search": "0004_first_synonyms",
}
OURS = tuple(FORMER)


def squashed(loader: MigrationLoader) -> list[tuple[str, str]]:
    return [key for key, migration in loader.disk_migrations.items() if migration.replaces and key[0] in OURS]


def test_they_end_in_the_same_models_as_the_former_ones() -> None:
    new, former = MigrationLoader(None), MigrationLoader(None, replace_migrations=False)
    ends = squashed(new)
    assert {app for app, _name in ends} == set(OURS)
    new_models = new.project_state(ends).models
    former_models = former.project_state([new.disk_migrations[end].replaces[-1] for end in ends]).models
    ours = {key for key in new_models if key[0] in OURS}
    assert ours == {key for key in former_models if key[0] in OURS}
    for key in ours:
        assert new_models[key] == former_models[key], key
        assert list(new_models[key].fields) == list(former_models[key].fields), key  # the order of the columns


def test_each_of_the_former_migrations_is_replaced_once() -> None:
    loader = MigrationLoader(None)
    replaced = [key for end in squashed(loader) for key in loader.disk_migrations[end].replaces]
    assert len(replaced) == len(set(replaced))
    for app, last in (loader.disk_migrations[end].replaces[-1] for end in squashed(loader)):
        former = {
            key for key in loader.disk_migrations if key[0] == app and "squashed" not in key[1] and key[1] <= last
        }
        assert former <= set(replaced)


@pytest.mark.django_db
def test_a_site_that_ran_the_former_ones_has_nothing_to_do() -> None:
    ends = squashed(MigrationLoader(None))
    for app, name in ends:
        MigrationRecorder(connection).record_unapplied(app, name)
    assert difference().missing == ()

    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    executor.check_replacements()
    assert set(ends) <= set(MigrationRecorder(connection).applied_migrations())


@pytest.mark.django_db
@pytest.mark.parametrize("app", OURS)
def test_a_site_of_the_former_release_goes_on_with_them(app: str) -> None:
    """Also where the update was interrupted: the applications below this one have it, the others have not."""
    loader, recorder = MigrationLoader(None), MigrationRecorder(connection)
    ends = squashed(loader)
    left: set[tuple[str, str]] = set()
    for end in ends:
        recorder.record_unapplied(*end)
        if OURS.index(end[0]) >= OURS.index(app):
            former = {key for key in loader.disk_migrations if key[0] == end[0] and "_squashed_" not in key[1]}
            left |= {key for key in former if key[1] > FORMER[end[0]]}
    for one in left:
        recorder.record_unapplied(*one)

    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    assert {(migration.app_label, migration.name) for migration, _back in plan} == left
    assert compare(set(recorder.applied_migrations())).missing
