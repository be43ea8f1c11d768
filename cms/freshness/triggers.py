"""The SQL of the triggers: whatever changes a row of a watched table gives the content another version."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from cms.databases.triggers import Trigger, named_by_text
from cms.freshness.models import ContentChange
from cms.freshness.tables import Watched, watched

PREFIX = "duet_content_"
_NOTES = ContentChange._meta.db_table

#: SQLite has one writer at a time, who changes the row that stands there; 52 bits, so that sums stay in range.
_SQLITE = f"UPDATE {_NOTES} SET token = random() & 4503599627370495 WHERE of_table = '{{}}'"
#: Writers of PostgreSQL never wait for one another: a transaction adds a row a table, once, and remembers that it did.
_POSTGRESQL = f"""
    CREATE OR REPLACE FUNCTION {PREFIX}note() RETURNS trigger LANGUAGE plpgsql AS $duet$
    DECLARE
        noted text := coalesce(nullif(current_setting('duet.content_noted', true), ''), '/');
    BEGIN
        IF position('/' || TG_TABLE_NAME || '/' IN noted) = 0 THEN
            INSERT INTO {_NOTES} (token, of_table, is_steady)
            VALUES ((random() * 9007199254740991)::bigint, TG_TABLE_NAME, false);
            PERFORM set_config('duet.content_noted', noted || TG_TABLE_NAME || '/', true);
        END IF;
        RETURN NULL;
    END
    $duet$
"""


def wanted(vendor: str | None = None) -> list[Trigger]:
    """All triggers that this kind of database needs."""
    write = _postgresql if (vendor or connection.vendor) == "postgresql" else _sqlite
    return [trigger for table in watched() for trigger in write(table)]


def _sqlite(watched: Watched) -> Iterator[Trigger]:
    quote = connection.ops.quote_name
    note = _SQLITE.format(watched.table)
    for event in ("INSERT", _update(watched), "DELETE"):
        text = f"AFTER {event} ON {quote(watched.table)} FOR EACH ROW BEGIN {note}; END"
        name = named_by_text(PREFIX + watched.table[:40], text)
        yield Trigger(name, watched.table, (f"CREATE TRIGGER {quote(name)} {text}",))


def _postgresql(watched: Watched) -> Iterator[Trigger]:
    quote = connection.ops.quote_name
    run = f"EXECUTE FUNCTION {PREFIX}note()"
    # For each row: a statement that finds no row to change, as those that look for work, changes no version.
    for event, each in ((f"INSERT OR DELETE OR {_update(watched)}", "ROW"), ("TRUNCATE", "STATEMENT")):
        text = f"AFTER {event} ON {quote(watched.table)} FOR EACH {each} {run}"
        name = named_by_text(PREFIX + watched.table[:35], text + _POSTGRESQL)
        yield Trigger(name, watched.table, (_POSTGRESQL, f"CREATE TRIGGER {quote(name)} {text}"))


def _update(watched: Watched) -> str:
    quoted = ", ".join(connection.ops.quote_name(column) for column in watched.columns)
    return f"UPDATE OF {quoted}" if quoted else "UPDATE"
