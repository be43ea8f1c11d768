"""Between the look at a form and its saving nobody changes what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2s

from django.apps import apps
from django.db import OperationalError, connection, transaction

from cms.drafts.tokens import FormToken

#: PostgreSQL's name of «two waited for each other, one had to give way».
_DEADLOCK = "40P01"


@contextmanager
def alone_with(token: FormToken) -> Iterator[None]:
    """A transaction for the look and the saving, in which nobody else writes to the same thing.

    SQLite's has the only writer's place from its beginning (``IMMEDIATE``). PostgreSQL keeps out other savings of the
    same form, also of one that is about no stored thing yet, and whoever else would write to the thing's row.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            _wait_for_the_form(token)
        if token.thing is not None:
            label, key = token.thing
            rows = apps.get_model(label)._base_manager.select_for_update(of=("self",))
            rows.filter(pk=key).values_list("pk").first()
        yield


def gave_way(error: BaseException) -> bool:
    """Whether PostgreSQL undid a transaction for one that had taken the same rows in another order."""
    return isinstance(error, OperationalError) and getattr(error.__cause__, "sqlstate", None) == _DEADLOCK


def _wait_for_the_form(token: FormToken) -> None:
    said = repr(token.thing or token.address.partition("?")[0])
    number = int.from_bytes(blake2s(said.encode(), digest_size=8).digest(), signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
