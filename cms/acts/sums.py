"""How a file is known again."""

from __future__ import annotations

import hashlib
from typing import Any


def sha256_of(document: Any) -> tuple[str, int | None]:
    """The SHA-256 and the size in bytes of one of Wagtail's documents; nothing where its file is gone."""
    try:
        with document.open_file() as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError:
        return "", None
