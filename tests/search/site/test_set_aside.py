"""One page that cannot be indexed: the others are, and a hidden one is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Page, PageViewRestriction

from cms.pages.models import ContentPage
from search.freshness.models import SetAside
from search.site import documents
from tests.search.mentors.reading import Shown
from tests.search.site.conftest import Site

Look = Callable[..., Shown]


@pytest.fixture
def spoilt(site: Site, look: Look, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A page that was found, and whose card cannot be made any more."""
    found = site.page("Канарейка")
    site.page("Воробей")
    assert look("q=канарейка").total == 1
    card = documents._card

    def fail(page: Page, *rest: Any) -> object:
        return 1 // 0 if page.pk == found.pk else card(page, *rest)

    monkeypatch.setattr(documents, "_card", fail)
    return found


@pytest.mark.parametrize("way", ["draft", "restriction"])
def test_it_stays_until_it_is_hidden(site: Site, look: Look, spoilt: Any, way: str) -> None:
    Page.objects.filter(pk=spoilt.pk).update(title="Щегол")
    site.page("Снегирь")
    assert look("q=снегирь").total == 1
    assert look("q=канарейка").total == 1
    assert SetAside.objects.get().object_id == spoilt.pk

    if way == "draft":
        Page.objects.filter(pk=spoilt.pk).update(live=False)
    else:
        PageViewRestriction.objects.create(page=spoilt, restriction_type=PageViewRestriction.LOGIN)

    assert look("q=канарейка").total == 0


def test_a_page_that_cannot_tell_what_it_shows_is_not_found(
    site: Site, look: Look, spoilt: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a consent has ended is told by the page itself."""
    found = ContentPage.found

    def fail(page: ContentPage) -> Any:
        return 1 // 0 if page.pk == spoilt.pk else found(page)

    monkeypatch.setattr(ContentPage, "found", fail)
    Page.objects.filter(title__in=["Канарейка", "Воробей"]).update(search_description="Птица")

    assert look("q=канарейка").total == 0
    assert look("q=птица").total == 1
