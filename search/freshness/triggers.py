"""The SQL of the triggers: each watched table notes the objects that its changed rows alter."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model
from django.db.models.expressions import RawSQL

from cms.databases.triggers import Trigger, named_by_text
from search.freshness.notes import SYNONYMS
from search.registry import Registration, Watch, registry

PREFIX = "duet_search_"


def wanted(vendor: str | None = None) -> list[Trigger]:
    """All triggers that the registered kinds need on this kind of database."""
    write = _postgresql if (vendor or connection.vendor) == "postgresql" else _sqlite
    triggers: dict[str, Trigger] = {}
    for source in _sources():
        triggers.update({trigger.name: trigger for trigger in write(source)})
    return list(triggers.values())


@dataclass(frozen=True, slots=True)
class _Source:
    """A watched table: `notes` writes the notes of a row, {row} being NEW or OLD."""

    kind: str
    table: str
    column: str
    when: tuple[str, ...]
    notes: str


def _sources() -> Iterator[_Source]:
    for registration in registry:
        for watch in registration.watches:
            yield _source(registration, watch)
    for model in registry.word_models:
        notes = (
            f"INSERT INTO duet_search_change (kind, object_id) SELECT '{SYNONYMS}', 0 WHERE {_unnoted(SYNONYMS, '0')}"
        )
        yield _Source("synonyms", model._meta.db_table, _column(model, "pk"), (), notes)


def _source(registration: Registration, watch: Watch) -> _Source:
    quote = connection.ops.quote_name
    column = _column(watch.model, watch.column)
    value = f"{{row}}.{quote(column)}"
    kind = registration.kind
    if watch.sql:
        affected = _found(kind, watch.sql.replace("{value}", value))
    elif watch.lookup == "pk":
        affected = f"SELECT '{kind}', {value} WHERE {value} IS NOT NULL AND {_unnoted(kind, value)}"
    else:
        # The query that Django would run, with the row of the trigger in the place of the value.
        rows = registration.model._base_manager.filter(**{watch.lookup: RawSQL("{row}", ())}).order_by().values("pk")
        sql, parameters = rows.query.sql_with_params()
        if parameters:
            raise ValueError(f"{kind}: the lookup {watch.lookup} needs more than the row itself")
        affected = _found(kind, sql.replace("({row})", value))
    when = tuple(_column(watch.model, name) for name in watch.when)
    notes = f"INSERT INTO duet_search_change (kind, object_id) {affected}"
    return _Source(kind, watch.model._meta.db_table, column, when, notes)


def _found(kind: str, sql: str) -> str:
    """The notes of the ids that a query selects; an empty first part names its column, on both databases."""
    named = f"SELECT CAST(NULL AS BIGINT) AS id WHERE 1 = 0 UNION ALL {sql}"
    return f"SELECT '{kind}', found.id FROM ({named}) AS found WHERE {_unnoted(kind, 'found.id')}"


def _unnoted(kind: str, value: str) -> str:
    """That the object is not noted yet, by this transaction where several write at once.

    Another transaction's note may be worked off at this moment with what it has seen: it does not speak for this
    change. SQLite has one writer, and whoever works off is one.
    """
    own = " AND noted.xmin = pg_current_xact_id()::xid" if connection.vendor == "postgresql" else ""
    same = f"noted.kind = '{kind}' AND noted.object_id = {value}{own}"
    return f"NOT EXISTS (SELECT 1 FROM duet_search_change AS noted WHERE {same})"


def _column(model: type[Model], name: str) -> str:
    meta = model._meta
    field = meta.pk if name == "pk" else meta.get_field(name)
    column = getattr(field, "column", None)
    if not column:
        raise ValueError(f"{meta.label}.{name} is no column")
    return str(column)


def _name(source: _Source, text: str) -> str:
    return named_by_text(f"{PREFIX}{source.kind[:20]}", text)


def _sqlite(source: _Source) -> Iterator[Trigger]:
    quote = connection.ops.quote_name
    new, old = source.notes.replace("{row}", "NEW"), source.notes.replace("{row}", "OLD")
    changed = " OR ".join(f"OLD.{quote(name)} IS NOT NEW.{quote(name)}" for name in _compared(source))
    moved = f"OLD.{quote(source.column)} IS NOT NEW.{quote(source.column)}"
    for event, when, body in (
        ("INSERT", "", new),
        ("UPDATE", changed, new),
        ("UPDATE", moved, old),
        ("DELETE", "", old),
    ):
        condition = f" WHEN {when}" if when else ""
        text = f"AFTER {event} ON {quote(source.table)} FOR EACH ROW{condition} BEGIN {body}; END"
        name = _name(source, text)
        yield Trigger(name, source.table, (f"CREATE TRIGGER {quote(name)} {text}",))


def _postgresql(source: _Source) -> Iterator[Trigger]:
    quote = connection.ops.quote_name
    new, old = source.notes.replace("{row}", "NEW"), source.notes.replace("{row}", "OLD")
    changed = " OR ".join(f"OLD.{quote(name)} IS DISTINCT FROM NEW.{quote(name)}" for name in _compared(source))
    moved = f"OLD.{quote(source.column)} IS DISTINCT FROM NEW.{quote(source.column)}"
    body = f"""
        BEGIN
            IF TG_OP = 'INSERT' THEN {new}; END IF;
            IF TG_OP = 'DELETE' THEN {old}; END IF;
            IF TG_OP = 'UPDATE' THEN
                IF {changed or "TRUE"} THEN {new}; END IF;
                IF {moved} THEN {old}; END IF;
            END IF;
            RETURN NULL;
        END
    """
    name = _name(source, source.table + body)
    function = f"CREATE OR REPLACE FUNCTION {quote(name)}() RETURNS trigger LANGUAGE plpgsql AS $duet${body}$duet$"
    create = (
        f"CREATE TRIGGER {quote(name)} AFTER INSERT OR UPDATE OR DELETE ON {quote(source.table)} "
        f"FOR EACH ROW EXECUTE FUNCTION {quote(name)}()"
    )
    yield Trigger(name, source.table, (function, create))


def _compared(source: _Source) -> tuple[str, ...]:
    """The columns whose change matters; none: every update does."""
    return tuple(dict.fromkeys((*source.when, source.column))) if source.when else ()
