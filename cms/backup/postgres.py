"""The programs of PostgreSQL's client, called with this site's connection."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO

from django.db import connection
from django.utils.translation import gettext as _

from cms.backup.errors import BackupFailed


def database_name() -> str:
    """The name of this site's database."""
    return str(connection.settings_dict["NAME"])


def call(program: str, *arguments: str) -> str:
    """What the program prints; raises ``BackupFailed`` with its words. No password stands on a command line."""
    with reading(program, *arguments) as output:
        return output.read().decode()


@contextmanager
def reading(program: str, *arguments: str) -> Iterator[IO[bytes]]:
    """The output of the program while it runs; one that fails raises ``BackupFailed`` at the end."""
    command: Sequence[str] = [program, *arguments]
    # Errors go into a file: a pipe that nobody reads meanwhile fills up, and both sides would wait for ever.
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE, stderr=errors)
        except FileNotFoundError:
            words = _("Нет программы %(name)s: установите клиент PostgreSQL.") % {"name": program}
            raise BackupFailed(words) from None
        assert process.stdout
        with process:
            try:
                yield process.stdout
            except BaseException:
                process.kill()
                raise
            process.stdout.read()
        errors.seek(0)
        if process.returncode:
            raise BackupFailed(errors.read().decode(errors="replace").strip()[-500:])


def refuse_another_client(program: str) -> None:
    """Raise unless client and server are of one major version: a newer client writes what the server cannot read."""
    found = re.search(r"(\d+)", call(program, "--version"))
    client, server = int(found[1]) if found else 0, connection.pg_version // 10_000  # type: ignore[attr-defined]
    if client != server:
        words = {"program": program, "client": client, "server": server}
        raise BackupFailed(
            _(
                "Программа %(program)s версии %(client)d, а сервер PostgreSQL версии %(server)d. "
                "Нужна одна и та же: установите postgresql-client-%(server)d."
            )
            % words
        )


def _environment() -> dict[str, str]:
    if connection.vendor != "postgresql":
        return dict(os.environ)
    own = connection.settings_dict
    return {
        **os.environ,
        "PGHOST": own["HOST"],
        "PGPORT": str(own["PORT"] or 5432),
        "PGUSER": own["USER"],
        "PGPASSWORD": own["PASSWORD"],
        "PGDATABASE": database_name(),
        **{f"PG{key.upper()}": str(value) for key, value in own["OPTIONS"].items() if key.startswith("ssl")},
    }
