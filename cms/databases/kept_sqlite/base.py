"""Django's SQLite backend, which notices that the file under a kept connection was replaced.

SQLite parses the whole schema for each new connection, which costs more than a search. A kept connection would go on
with the old file after somebody put another one in its place, and what it wrote would be lost.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

_Identity = tuple[int, int] | None


class DatabaseWrapper(base.DatabaseWrapper):
    """Opens the file anew where it is another one than before, or is no more; asked once a request."""

    _opened: _Identity = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        self._opened = self._file()
        return connection

    def is_usable(self) -> bool:
        return self._opened == self._file()

    def _file(self) -> _Identity:
        """What the file at the address is now; None where it is no file."""
        try:
            found = Path(self.settings_dict["NAME"]).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
