"""What is published, hidden, moved or renamed is found so at the next search, by whatever way it changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.territories.models import Municipality
from search.engines import get_engine
from search.site.schema import KIND
from tests.search.mentors.reading import Shown
from tests.search.site.conftest import Site

Look = Callable[..., Shown]


def test_a_draft_is_found_once_it_is_published_and_only_so_long(site: Site, look: Look) -> None:
    page = site.page("Канарейка", live=False)
    assert look("q=канарейка").total == 0
    page.save_revision().publish()
    assert look("q=канарейка").total == 1
    draft = page.get_latest_revision_as_object()
    draft.title = "Воробей"
    draft.save_revision()
    assert look("q=воробей").total == 0
    page.refresh_from_db()
    page.unpublish()
    assert look("q=канарейка").total == 0


def test_a_restriction_hides_the_branch_and_its_end_shows_it(site: Site, look: Look) -> None:
    section = site.page("Раздел")
    site.page("Канарейка", parent=section)
    assert look("q=канарейка").total == 1
    restriction = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert look("q=канарейка").total == 0
    restriction.delete()
    assert look("q=канарейка").total == 1


def test_an_expired_page_is_gone(site: Site, look: Look) -> None:
    page = site.page("Канарейка")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(hours=1))
    assert look("q=канарейка").total == 1
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    assert look("q=канарейка").total == 0


def test_addresses_follow_the_slugs_above(site: Site, look: Look) -> None:
    section = site.page("Раздел", slug="razdel")
    site.page("Канарейка", parent=section, slug="ptica")
    assert look("q=канарейка").link("Канарейка") == "/razdel/ptica/"
    section.slug = "novyj-razdel"
    section.save()
    assert look("q=канарейка").link("Канарейка") == "/novyj-razdel/ptica/"


def test_a_renamed_municipality_is_renamed_on_the_cards(site: Site, look: Look) -> None:
    Municipality.objects.filter(code="ozerki").update(name="Озёрный округ")
    assert "Озёрный округ" in look("district=ozerki").soup.select_one(".card-side").text


def test_a_deleted_page_is_gone(site: Site, look: Look) -> None:
    page = site.page("Канарейка")
    assert look("q=канарейка").total == 1
    page.delete()
    assert look("q=канарейка").total == 0


def test_the_index_agrees_with_the_database(site: Site, look: Look) -> None:
    site.page("Канарейка", parent=site.branches["klyuchi"])
    look()
    site.branches["klyuchi"].move(site.branches["ozerki"], pos="last-child")
    look()
    status = get_engine().status(KIND)
    assert not status.drift
    assert status.documents == 3
