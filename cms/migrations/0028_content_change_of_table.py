"""A version a table, so that a page is made anew only after one of its own tables has changed."""

from django.db import migrations, models


def forget(apps, schema_editor):
    """No rows: nothing may be remembered until ``migrate`` has put the triggers in again."""
    apps.get_model("cms", "ContentChange").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("cms", "0027_open_data")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddField(
            "contentchange",
            "of_table",
            models.CharField(db_default="", db_index=True, default="", max_length=63),
        ),
    ]
