"""Migrations of a release only add, so that the former program goes on serving until it is restarted."""

from __future__ import annotations

from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from tests.upgrade.rules import BEFORE_THE_RULE, CONTRACTED, faults


def test_new_migrations_only_add() -> None:
    loader = MigrationLoader(None)
    found = {
        f"{app}.{name}": list(faults(migration.operations))
        for (app, name), migration in loader.disk_migrations.items()
        if app in BEFORE_THE_RULE and name > BEFORE_THE_RULE[app] and (app, name) not in CONTRACTED
    }
    assert {name: words for name, words in found.items() if words} == {}
    assert all((app, name) in loader.disk_migrations for app, name in BEFORE_THE_RULE.items())


def test_the_rule_knows_what_the_former_program_stumbles_over() -> None:
    plain, able = models.TextField(default=""), models.TextField(db_default="")
    assert list(faults([migrations.AddField("mentor", "word", plain)]))
    assert list(faults([migrations.RemoveField("mentor", "word")]))
    assert list(faults([migrations.RenameField("mentor", "word", "phrase")]))
    assert not list(faults([migrations.AddField("mentor", "word", able)]))
    assert not list(faults([migrations.AddField("mentor", "word", models.TextField(null=True))]))
