"""A copy knows the page that its chain of copies began with."""

from django.db import migrations, models

#: Longer chains of copies than this are not followed.
MOST_COPIES = 10


def find_origins(apps, schema_editor):
    copies = apps.get_model("bestpractices", "Republication").objects
    sources = dict(copies.values_list("page__translation_key", "source_id"))
    for pk, source in list(copies.values_list("pk", "source_id")):
        for _step in range(MOST_COPIES):
            source = sources.get(source, source)
        copies.filter(pk=pk).update(origin_id=source)


class Migration(migrations.Migration):
    dependencies = [("bestpractices", "0003_yearbook")]

    operations = [
        migrations.AddField("republication", "origin_id", models.UUIDField(db_index=True, null=True)),
        migrations.RunPython(find_origins, migrations.RunPython.noop),
        migrations.AlterField("republication", "origin_id", models.UUIDField(db_index=True)),
    ]
