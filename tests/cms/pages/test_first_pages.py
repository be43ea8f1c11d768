"""The migration that gives a new site its first pages touches nothing that others have made."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from wagtail.models import Page, Site

from cms.pages.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["0002_first_pages", "_first_pages"])
def migration(request: pytest.FixtureRequest) -> Any:
    """What the first release did, and what a new site runs today."""
    return import_module(f"cms.migrations.{request.param}")


@pytest.fixture
def root() -> Page:
    """Only Wagtail's root is there."""
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    return Page.objects.get(depth=1)


def stock(root: Page, title: str = "Welcome to your new Wagtail site!") -> Page:
    page = root.add_child(instance=Page(title=title, slug="home"))
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    return page


def everything() -> list[tuple[object, ...]]:
    pages = Page.objects.order_by("path").values_list("pk", "title", "path", "numchild", "slug", "live")
    return [*pages, *Site.objects.values_list("pk", "hostname", "port", "root_page_id")]


def test_a_new_site_starts_with_its_home(root: Page, migration: Any) -> None:
    stock(root)
    migration.create(apps, None)
    home = HomePage.objects.get()
    assert [page.title for page in Page.objects.filter(depth=2)] == ["Дуэт"]
    assert {page.slug for page in home.get_children()} >= {"personalnye-dannye", "dostupnost"}
    assert home.numchild == home.get_children().count()
    assert not any(Page.find_problems())
    assert Site.objects.get().root_page_id == home.pk
    migration.forget(apps, None)
    assert not Page.objects.filter(depth__gt=1).exists()


def test_a_home_of_somebody_stays(root: Page, migration: Any) -> None:
    page = stock(root, "Школа № 3")
    page.add_child(instance=Page(title="О школе", slug="o-shkole"))
    before = everything()
    migration.create(apps, None)
    assert everything() == before


def test_a_welcome_page_with_others_beside_it_stays(root: Page, migration: Any) -> None:
    stock(root)
    root.add_child(instance=Page(title="Новости", slug="novosti"))
    before = everything()
    migration.create(apps, None)
    assert everything() == before


def test_a_welcome_page_that_somebody_edited_stays(root: Page, migration: Any) -> None:
    stock(root).save_revision()
    before = everything()
    migration.create(apps, None)
    assert everything() == before


def test_the_way_back_leaves_what_others_have_made(root: Page, migration: Any) -> None:
    stock(root)
    migration.create(apps, None)
    home = HomePage.objects.get()
    home.add_child(instance=ContentPage(title="Наша страница", slug="nasha"))
    migration.forget(apps, None)
    assert [page.slug for page in HomePage.objects.get().get_children()] == ["nasha"]


def test_the_way_back_leaves_a_home_of_somebody(root: Page, migration: Any) -> None:
    stock(root, "Школа № 3")
    before = everything()
    migration.forget(apps, None)
    assert everything() == before
