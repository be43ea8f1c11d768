"""The running text of the first page and of plain pages becomes one block of text; revisions are read as they are."""

import json
import uuid

from django.db import migrations

MODELS = ("HomePage", "ContentPage")


def into_blocks(html):
    """The stored form of a stream that holds this text."""
    block = {"type": "text", "value": html, "id": str(uuid.uuid4())}
    return json.dumps([block] if html.strip() else [], ensure_ascii=False)


def out_of_blocks(stream):
    """The texts of a stream, one after the other; blocks of other kinds have no place in running text."""
    return "".join(block["value"] for block in json.loads(stream or "[]") if block["type"] == "text")


def rewrite(apps, change):
    for name in MODELS:
        model = apps.get_model("cms", name)
        for key, body in model.objects.values_list("pk", "body"):
            model.objects.filter(pk=key).update(body=change(body))


def put_into_blocks(apps, schema_editor):
    rewrite(apps, into_blocks)


def take_out_of_blocks(apps, schema_editor):
    rewrite(apps, out_of_blocks)


class Migration(migrations.Migration):
    dependencies = [("cms", "0012_glossary_and_organisations")]

    operations = [migrations.RunPython(put_into_blocks, take_out_of_blocks)]
