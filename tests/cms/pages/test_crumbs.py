"""The way to a page leads only through what a visitor may open."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cms.pages.crumbs import page_crumbs
from cms.pages.models import ContentPage, HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch() -> tuple[ContentPage, ContentPage]:
    """«О центре», and «Контакты» below it."""
    about = HomePage.objects.get().add_child(instance=ContentPage(title="О центре", slug="o-nas"))
    return about, about.add_child(instance=ContentPage(title="Контакты", slug="kontakty"))


def test_each_step_leads_where_it_says(branch: tuple[Page, Page], client: Client) -> None:
    about, contacts = branch
    assert [(crumb.label, crumb.url) for crumb in page_crumbs(contacts)] == [
        ("О центре", about.get_url()),
        ("Контакты", ""),
    ]
    assert 'href="/o-nas/">О центре</a>' in client.get(contacts.get_url()).content.decode()


def test_a_place_inside_a_page_comes_last(branch: tuple[Page, Page]) -> None:
    assert [crumb.label for crumb in page_crumbs(branch[1], here="Схема проезда")][-2:] == ["Контакты", "Схема проезда"]


def test_hidden_steps_are_left_out(branch: tuple[Page, Page]) -> None:
    about, contacts = branch
    about.unpublish()
    assert [crumb.label for crumb in page_crumbs(contacts)] == ["Контакты"]
    about.save_revision().publish()
    PageViewRestriction.objects.create(page=about, restriction_type=PageViewRestriction.LOGIN)
    assert [crumb.label for crumb in page_crumbs(contacts)] == ["Контакты"]


def test_the_home_page_needs_no_way() -> None:
    home = HomePage.objects.get()
    assert [crumb.label for crumb in page_crumbs(home)] == [home.title]
