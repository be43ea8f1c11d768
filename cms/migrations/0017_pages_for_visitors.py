"""«Как это работает», «Вопросы и ответы», and a notice on personal data that names operator, basis, terms and rights.

A page of somebody at these addresses stays as it is; the notice is renewed only where nobody has edited the first one.
"""

import re
from importlib import import_module

from django.db import migrations
from django.utils import timezone

from cms.migrations._first_pages import new_pages, read_body, stream, write_body
from cms.migrations._texts_of_0017 import PRIVACY, PRIVACY_WHO

FIRST_NOTICE = import_module("cms.migrations.0002_first_pages").PERSONAL_DATA
NOTICE = "personalnye-dannye"


def plain(blocks):
    """The words of stored blocks, whatever their spaces."""
    return re.sub(r"\s+", " ", "".join(block["value"] for block in blocks if block["type"] == "text")).strip()


def home_of(apps):
    """The region's home, as long as it is the one that visitors see."""
    site = apps.get_model("wagtailcore", "Site").objects.filter(is_default_site=True).first()
    return apps.get_model("cms", "HomePage").objects.filter(pk=site.root_page_id).first() if site else None


def plant(apps, schema_editor):
    home = home_of(apps)
    if home is None:
        return
    Page, ContentPage = apps.get_model("wagtailcore", "Page"), apps.get_model("cms", "ContentPage")
    kind = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="cms", model="contentpage")[0]
    below = Page.objects.filter(path__startswith=home.path, depth=home.depth + 1)
    for title, slug, lead, body in new_pages():
        if below.filter(slug=slug).exists():
            continue
        last = below.order_by("-path").values_list("path", flat=True).first()
        now = timezone.now()
        page = ContentPage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            lead=lead,
            show_in_menus=True,
            live=True,
            first_published_at=now,
            last_published_at=now,
            content_type=kind,
            path=next_path(last) if last else f"{home.path}0001",
            depth=home.depth + 1,
            numchild=0,
            url_path=f"{home.url_path}{slug}/",
            locale_id=home.locale_id,
        )
        write_body(page, body)
        Page.objects.filter(pk=home.pk).update(numchild=below.count())
    renew(ContentPage.objects.filter(slug=NOTICE, depth=home.depth + 1, path__startswith=home.path).first())


def next_path(path):
    """The place after this one in the tree."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    number = int(path[-4:], 36) + 1
    step = ""
    while number:
        number, rest = divmod(number, 36)
        step = alphabet[rest] + step
    return path[:-4] + step.rjust(4, "0")


def renew(page):
    """The notice of the first migration, never edited since, says more."""
    untouched = page is not None and page.latest_revision_id is None and page.live
    if untouched and plain(read_body(page)) == re.sub(r"\s+", " ", FIRST_NOTICE).strip():
        write_body(page, stream([("text", PRIVACY_WHO), ("requisites", None), ("text", PRIVACY)]))


def take_back(apps, schema_editor):
    """Pages that nobody has edited go; the notice says again what it said."""
    home = home_of(apps)
    if home is None:
        return
    Page, ContentPage = apps.get_model("wagtailcore", "Page"), apps.get_model("cms", "ContentPage")
    mine = ContentPage.objects.filter(path__startswith=home.path, depth=home.depth + 1, latest_revision=None)
    mine.filter(slug__in=[slug for _title, slug, _lead, _body in new_pages()]).delete()
    for page in mine.filter(slug=NOTICE):
        if plain(read_body(page)) == re.sub(r"\s+", " ", PRIVACY_WHO + PRIVACY).strip():
            write_body(page, stream([("text", FIRST_NOTICE)]))
    below = Page.objects.filter(path__startswith=home.path, depth=home.depth + 1)
    Page.objects.filter(pk=home.pk).update(numchild=below.count())


class Migration(migrations.Migration):
    dependencies = [("cms", "0016_contacts")]

    operations = [migrations.RunPython(plant, take_back)]
