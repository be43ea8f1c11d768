"""What is not for everybody stands in no list."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.pages.models import ContentPage, HomePage
from cms.pages.publicness import public_pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ContentPage:
    home = HomePage.objects.get()
    section = home.add_child(instance=ContentPage(title="Раздел"))
    found: ContentPage = section.add_child(instance=ContentPage(title="Страница"))
    return found


def test_a_published_page_is_public(page: ContentPage) -> None:
    assert page.page_ptr in public_pages()


def test_drafts_and_expired_pages_are_not(page: ContentPage) -> None:
    now = timezone.now()
    for fields in ({"live": False}, {"expire_at": now - timedelta(seconds=1)}):
        Page.objects.filter(pk=page.pk).update(**{"live": True, "expire_at": None, **fields})
        assert page.page_ptr not in public_pages(), fields
    Page.objects.filter(pk=page.pk).update(live=True, expire_at=now + timedelta(hours=1))
    assert page.page_ptr in public_pages()


def test_a_restriction_hides_everything_below(page: ContentPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert page.page_ptr not in public_pages()
    assert not public_pages(page.get_siblings(inclusive=True))
