"""The first page and plain pages are built of blocks; texts from before there were blocks stay readable."""

import json
from importlib import import_module

import pytest
from django.urls import reverse

from cms.pages.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db
OLD = "<p>Слова, написанные до блоков.</p>"


@pytest.fixture
def page():
    home = HomePage.objects.get()
    return home.add_child(instance=ContentPage(title="О центре", slug="o-centre", lead="Кто мы"))


def test_the_texts_of_a_new_site_came_through_the_change(client):
    page = ContentPage.objects.get(slug="personalnye-dannye")
    assert [block.block_type for block in page.body] == ["text", "requisites", "text"]
    assert "отозвать согласие в любой день" in client.get(page.url).content.decode()


def test_stored_text_becomes_a_block_and_comes_back():
    change = import_module("cms.migrations.0013_text_in_blocks")
    stored = change.into_blocks(OLD)
    assert [(block["type"], block["value"]) for block in json.loads(stored)] == [("text", OLD)]
    assert change.out_of_blocks(stored) == OLD
    assert json.loads(change.into_blocks("  ")) == []


def test_a_revision_from_before_the_change_opens_with_its_words(client, page, superuser):
    revision = page.save_revision()
    revision.content["body"] = OLD
    revision.save()
    client.force_login(superuser)
    view = client.get(reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk]))
    form = client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk]))
    assert OLD in view.content.decode()
    assert form.status_code == 200
    revision.publish()
    assert OLD in client.get(page.url).content.decode()


@pytest.mark.parametrize("kind", ["home", "text"])
def test_blocks_are_seen_before_they_are_saved(client, page, superuser, kind):
    page = HomePage.objects.get() if kind == "home" else page
    client.force_login(superuser)
    data = {
        "title": page.title, "slug": page.slug, "lead": "", "body-count": 1, "body-0-deleted": "", "body-0-order": 0,
        "body-0-type": "quote", "body-0-id": "", "body-0-value-text": "Слова в блоке", "body-0-value-author": "",
        "body-0-value-role": "", "body-0-value-voice": "", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
    }  # fmt: skip
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert client.post(address, data).json()["is_valid"]
    assert "Слова в блоке" in client.get(address).content.decode()
