"""Values keep their meaning on the way between SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest

from cms.backup import copies, postgres
from cms.backup.values import to_postgres, to_sqlite


@pytest.mark.parametrize(
    ("kind", "in_sqlite", "in_postgres", "read_back"),
    [
        ("boolean NOT NULL", 1, True, "t"),
        ("boolean", 0, False, "f"),
        ("timestamp with time zone", "2026-11-22 07:00:00.5", "2026-11-22 07:00:00.5+00", "2026-11-22 10:00:00.5+03"),
        ("interval", 90_000_000, "90000000 microseconds", "00:01:30"),
        ("bytea", b"\x00\xff", b"\x00\xff", "\\x00ff"),
        ("bigint", 2**62, 2**62, str(2**62)),
        ("character varying(255)", "Ёж", "Ёж", "Ёж"),
        ("numeric(5,2)", 1.5, "1.5", "1.5"),
        ("uuid", "00000000000000000000000000000001", "00000000000000000000000000000001",
         "00000000-0000-0000-0000-000000000001"),
        ("date", None, None, None),
    ],
)  # fmt: skip
def test_a_value_goes_and_comes_back(kind: str, in_sqlite: Any, in_postgres: Any, read_back: str | None) -> None:
    assert to_postgres(kind)(in_sqlite) == in_postgres
    back = to_sqlite(kind)(read_back)
    if kind.startswith("timestamp"):
        assert back == "2026-11-22 07:00:00.500000"
    elif kind.startswith("numeric"):
        assert float(back) == in_sqlite
    else:
        assert back == in_sqlite


def test_text_of_any_sort_is_read_from_a_dump() -> None:
    script = iter(["1\tстрока\\nвторая\\tс табуляцией \\\\ и чертой\t\\N\n".encode(), b"\\.\n", b"SELECT 1;\n"])
    assert list(copies._rows(script)) == [("1", "строка\nвторая\tс табуляцией \\ и чертой", None)]
    assert next(script) == b"SELECT 1;\n"


def test_a_dump_that_is_cut_is_damaged() -> None:
    with pytest.raises(copies.BackupFailed, match="повреждена"):
        list(copies._rows(iter([b"1\t2\n"])))


def test_a_program_with_much_to_complain_of_holds_nobody() -> None:
    """More than a pipe holds."""
    with pytest.raises(copies.BackupFailed, match="last words"):
        postgres.call("sh", "-c", "timeout 20 head -c 300000 /dev/zero >&2; echo last words >&2; exit 1")
