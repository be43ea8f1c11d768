"""Many pages at once stand in the tree exactly as if they had been added one by one."""

import pytest
from django.forms.models import model_to_dict
from wagtail.models import Page

from cms.news.models import NewsIndexPage, NewsPage
from cms.pages.planting import plant
from tests.factories import open_branch

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(municipality) -> NewsIndexPage:
    open_branch(municipality)
    return NewsIndexPage.objects.get(municipality=municipality)


def test_a_planted_page_equals_an_added_one(index, client):
    added = index.add_child(instance=NewsPage(title="Новость", slug="odna"))
    plant([(index, NewsPage(title="Новость", slug="dve")), (index, NewsPage(title="Новость", slug="tri"))])

    planted = NewsPage.objects.get(slug="dve")
    assert Page.find_problems() == ([], [], [], [], [])
    own = {"id", "page_ptr", "path", "slug", "url_path", "translation_key", "first_published_at", "last_published_at"}
    same = [field.name for field in NewsPage._meta.fields if field.name not in own]
    assert model_to_dict(planted, same) == model_to_dict(added, same)
    assert planted.url_path == added.url_path.replace("odna", "dve")
    assert planted.municipality == added.municipality
    assert client.get(planted.url).status_code == 200
    assert [page.slug for page in Page.objects.get(pk=index.pk).get_children()] == ["odna", "dve", "tri"]
    assert Page.objects.get(pk=index.pk).numchild == 3


def test_pages_stand_behind_those_that_are_there_even_after_deletions(index):
    for slug in ("a", "b"):
        index.add_child(instance=NewsPage(title=slug, slug=slug))
    NewsPage.objects.get(slug="a").delete()

    plant([(index, NewsPage(title="c", slug="c"))])

    assert [page.slug for page in Page.objects.get(pk=index.pk).get_children()] == ["b", "c"]
    assert Page.find_problems() == ([], [], [], [], [])


def test_nothing_to_plant_is_nothing(db):
    assert plant([]) == []
