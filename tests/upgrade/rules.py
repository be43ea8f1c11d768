"""What a migration of a release may do while the former program still runs on the database."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import migrations
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

#: The last migration of each package that was written before the rule.
BEFORE_THE_RULE = {
    "cms": "0021_act_source",
    "mentoring": "0016_interview_consents_given",
    "bestpractices": "0005_corrections",
    "duet_search": "0009_set_aside",
}
#: Migrations that take away what no running program asks for any more: the release that stopped using it.
CONTRACTED: dict[tuple[str, str], str] = {
    ("cms", "0022_look_alikes"): "0.2.0: the pairs of links were in no release",
}

TAKES_AWAY = (migrations.RemoveField, migrations.DeleteModel, migrations.RenameField, migrations.RenameModel)


def faults(operations: list[Operation]) -> Iterator[str]:
    """Operations that the former program would stumble over."""
    for operation in operations:
        if isinstance(operation, TAKES_AWAY):
            yield operation.describe()
        elif isinstance(operation, migrations.AddField):
            field = operation.field
            if not (field.null or field.many_to_many or field.db_default is not NOT_PROVIDED):
                yield f"{operation.describe()}: neither nullable nor db_default"
