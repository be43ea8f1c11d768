"""Puts the first groups of synonyms into the editors' table; from here on it is theirs."""

from django.db import migrations

from mentoring.reference.synonyms import SYNONYM_GROUPS


def fill(apps, schema_editor):
    group = apps.get_model("duet_search", "SynonymGroup")
    if not group.objects.exists():
        group.objects.bulk_create(group(text="\n".join(phrases)) for phrases in SYNONYM_GROUPS)


class Migration(migrations.Migration):
    dependencies = [("duet_search", "0003_synonym_group")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
