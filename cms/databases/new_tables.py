"""Tables of a migration that makes many: the models are rendered once for all of them, not once for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class NewTables(Operation):
    """Make all tables of these models; they may name each other in any order.

    Django renders every model that is related to a new one again, with each ``CreateModel``; since most of ours are
    related to pages and users, that is nearly every model each time.
    """

    def __init__(self, operations: Sequence[CreateModel]) -> None:
        self._constructor_args: tuple[Any, ...] = ((operations,), {})
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Add the models; nothing is rendered until somebody asks for a model."""
        if "apps" in state.__dict__:
            del state.apps  # a cached property
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the tables, with their indexes and keys, so that rows can be put in by the same migration."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)
        waiting = list(schema_editor.deferred_sql)
        schema_editor.deferred_sql.clear()
        for statement in waiting:
            schema_editor.execute(statement, None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """One line for `sqlmigrate` and `migrate --plan`."""
        return f"Create {len(self.operations)} models"

    @property
    def migration_name_fragment(self) -> str:
        return "new_tables"


def of_installed(*migrations: tuple[str, str]) -> Iterator[Any]:
    """Those of the migrations whose application is installed: they run first, while there are few models to render."""
    labels = {config.label for config in apps.get_app_configs()}
    return (migration for migration in migrations if migration[0] in labels)
