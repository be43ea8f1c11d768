"""What imports wrote into the common log goes into that of municipal objects, where the history of an entry reads."""

from django.db import migrations

BATCH = 500
ACTIONS = ("duet.mentor.import", "duet.mentor.import_update", "duet.mentor.import_undo")


def move(apps, schema_editor):
    common = apps.get_model("wagtailcore", "ModelLogEntry")
    municipal = apps.get_model("cms", "TerritoryLogEntry")
    places = dict(apps.get_model("mentoring", "Mentor").objects.values_list("pk", "organisation__municipality"))
    copied = [field.attname for field in common._meta.concrete_fields if field.attname != "id"]
    while lines := list(common.objects.filter(action__in=ACTIONS).order_by("pk")[:BATCH]):
        municipal.objects.bulk_create(
            municipal(
                **{name: getattr(line, name) for name in copied},
                municipality_id=places.get(int(line.object_id)) if line.object_id.isdigit() else None,
            )
            for line in lines
        )
        common.objects.filter(pk__in=[line.pk for line in lines]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("mentoring", "0019_names_in_files"),
        ("cms", "0003_territory_log_and_approval"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [migrations.RunPython(move, migrations.RunPython.noop, elidable=True)]
