from django.db import migrations


def compare_bytewise(apps, schema_editor):
    """Terms are compared byte by byte everywhere: the order of a language only makes equality slower."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE duet_search_posting ALTER COLUMN term TYPE varchar(400) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("duet_search", "0001_initial")]
    operations = [migrations.RunPython(compare_bytewise, migrations.RunPython.noop)]
