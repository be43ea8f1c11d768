"""What a site holds, in words that do not depend on the kind of its database; run by `manage.py shell`."""

#: A line for each model: its rows as Python values, digested; and the next number that each table would give out.
SAME = """
import hashlib, json
from django.apps import apps
from django.db import connection
from cms.backup.derived import FLEETING, derived
def plain(value):
    if isinstance(value, memoryview):
        value = bytes(value)
    if hasattr(value, "get_prep_value"):
        value = value.get_prep_value()
    return json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
for model in apps.get_models(include_auto_created=True):
    table = model._meta.db_table
    if table in derived.tables | FLEETING or table.startswith(("duet_search_writelock", "wagtailsearch_")):
        continue
    columns = [field.attname for field in model._meta.local_concrete_fields]
    rows = sorted([plain(value) for value in row] for row in model._base_manager.order_by().values_list(*columns))
    print(table, len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
"""
#: The last number given out, by table.
NUMBERS = """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("SELECT name, seq FROM sqlite_sequence")
        given = dict(cursor.fetchall())
    else:
        cursor.execute("SELECT table_name FROM information_schema.columns"
                       " WHERE table_schema = 'public' AND is_identity = 'YES'")
        given = {}
        for (table,) in cursor.fetchall():
            cursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, column_name)::regclass)"
                           " FROM information_schema.columns WHERE table_name = %s AND is_identity = 'YES'",
                           [f'"{table}"', table])
            given[table] = cursor.fetchone()[0]
from cms.backup.derived import FLEETING, derived
for table, number in sorted(given.items()):
    if number and table not in derived.tables | FLEETING | {"duet_search_writelock"}:
        print(table, number)
"""
