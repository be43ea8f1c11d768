"""The notice on personal data says how long a form waits that nobody has confirmed.

Only the notice that came with the site and was never edited is changed.
"""

import json
from importlib import import_module

from django.db import migrations

from cms.migrations._first_pages import AFTER, BEFORE

FIRST = import_module("cms.migrations.0017_pages_for_visitors")


def change(apps, former, words):
    home = FIRST.home_of(apps)
    if home is None:
        return
    ContentPage = apps.get_model("cms", "ContentPage")
    below = ContentPage.objects.filter(slug=FIRST.NOTICE, depth=home.depth + 1, path__startswith=home.path)
    for page in below.filter(latest_revision=None):
        body = FIRST.read_body(page)
        for block in body:
            if block["type"] == "text":
                block["value"] = block["value"].replace(former, words)
        FIRST.write_body(page, json.dumps(body, ensure_ascii=False))


def say(apps, schema_editor):
    change(apps, BEFORE, AFTER)


def take_back(apps, schema_editor):
    change(apps, AFTER, BEFORE)


class Migration(migrations.Migration):
    dependencies = [("cms", "0025_own_page_links")]

    operations = [migrations.RunPython(say, take_back)]
