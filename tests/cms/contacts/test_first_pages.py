"""Pages for visitors come to new and old sites alike; what people wrote stays as it is."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from cms.confirming.models import DAYS
from cms.pages.models import ContentPage, HomePage
from cms.territories.models import Region

pytestmark = pytest.mark.django_db
migration = import_module("cms.migrations.0017_pages_for_visitors")
unconfirmed = import_module("cms.migrations.0026_notice_of_unconfirmed")
SLUGS = ("kak-eto-rabotaet", "voprosy-i-otvety")


@pytest.mark.parametrize("slug", [*SLUGS, "personalnye-dannye"])
def test_a_new_site_has_the_pages_and_its_footer_names_them(client, slug):
    page = ContentPage.objects.get(slug=slug)
    assert client.get(page.url).status_code == 200
    assert f'href="{page.url}"' in client.get("/").content.decode()


def test_the_notice_names_operator_basis_terms_and_rights(client, municipality):
    Region.objects.update(
        centre_name="Центр «Опора»", founder="министерство", email="centre@region.example", address="ул. Мира, 1"
    )
    text = client.get("/personalnye-dannye/").content.decode()
    for words in (
        "Центр «Опора»",
        "ул. Мира, 1",
        "centre@region.example",
        "152-ФЗ",
        "Сколько данные хранятся",
        "Ваши права",
    ):
        assert words in text


def test_questions_stand_for_teachers_heads_and_parents(client):
    text = client.get("/voprosy-i-otvety/").content.decode()
    assert text.index("Учителю") < text.index("Директору") < text.index("Родителям")
    assert text.count("<details") >= 12


def test_pages_of_somebody_stay(client):
    home = HomePage.objects.get()
    ContentPage.objects.filter(slug__in=SLUGS).delete()
    own = home.add_child(instance=ContentPage(title="Наше", slug=SLUGS[0]))
    notice = ContentPage.objects.get(slug="personalnye-dannye")
    notice.body = [{"type": "text", "value": "<p>Слова центра</p>"}]
    notice.save_revision().publish()
    migration.plant(apps, None)
    own.refresh_from_db()
    notice.refresh_from_db()
    assert own.title == "Наше"
    assert "Слова центра" in str(notice.body)
    assert ContentPage.objects.filter(slug=SLUGS[1]).exists()
    assert not HomePage.find_problems()[0]
    assert HomePage.objects.get().numchild == HomePage.objects.get().get_children().count()


def test_the_notice_says_how_long_an_unconfirmed_form_is_kept(client):
    notice = ContentPage.objects.get(slug="personalnye-dannye")
    assert DAYS == 3
    assert "не подтвердили по ссылке из письма, – три дня" in client.get(notice.url).content.decode()

    notice.body = [{"type": "text", "value": unconfirmed.BEFORE}]
    notice.save_revision().publish()
    unconfirmed.say(apps, None)
    assert "не подтвердили" not in client.get(notice.url).content.decode()  # the words of the centre stay


def test_there_and_back_again(client):
    unconfirmed.take_back(apps, None)
    migration.take_back(apps, None)
    assert not ContentPage.objects.filter(slug__in=SLUGS).exists()
    assert "152-ФЗ" not in str(ContentPage.objects.get(slug="personalnye-dannye").body)
    migration.plant(apps, None)
    unconfirmed.say(apps, None)
    assert ContentPage.objects.filter(slug__in=SLUGS).count() == 2
    assert "152-ФЗ" in str(ContentPage.objects.get(slug="personalnye-dannye").body)
    assert not any(HomePage.find_problems())
