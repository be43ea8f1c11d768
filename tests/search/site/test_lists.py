"""An index page lists its own pages with facets; inside a municipality, those of the municipality."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails
from wagtail.models import Page

from tests.search.mentors.reading import Shown
from tests.search.site.conftest import Site
from tests.search.site.sample import MaterialIndex

Open = Callable[..., Any]


@pytest.fixture
def open_list(site: Site) -> Open:
    """The response of an index page that stands below this one."""

    def open_page(query: str = "", parent: Page | None = None, method: str = "GET", **headers: str) -> Any:
        above = parent or site.home
        index = MaterialIndex(title="Материалы", lead="Всё, что мы собрали", slug="materialy")
        index.path, index.depth = f"{above.path}0099", above.depth + 1
        index.url_path = f"{above.url_path}materialy/"
        index.municipality = index.find_municipality()
        request = RequestFactory().generic(method, f"/?{query}", headers=headers)
        request.user = AnonymousUser()
        request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
        response = index.serve(request)
        return response.render() if hasattr(response, "render") else response

    return open_page


@pytest.fixture
def pages(site: Site) -> Site:
    site.page("Аттестация", year=2024)
    site.page("Бюллетень", year=2025)
    site.page("Вестник")
    return site


def test_only_its_own_types_are_listed_the_newest_first(pages: Site, open_list: Open) -> None:
    page = Shown(open_list())
    assert page.headline == "5 страниц"
    assert page.names[:3] == ["Вестник", "Бюллетень", "Аттестация"]
    assert page.soup.h1.text == "Материалы"
    assert "Всё, что мы собрали" in page.html
    assert {facet for facet, _code in page.boxes} == {"district", "year"}


def test_its_facets_narrow_it(pages: Site, open_list: Open) -> None:
    for (facet, code), box in Shown(open_list()).boxes.items():
        if box.count:
            assert Shown(open_list(f"{facet}={code}")).total == box.count, (facet, code)
    assert Shown(open_list("q=бюллетени")).names == ["Бюллетень"]
    assert Shown(open_list("sort=title")).names[:3] == ["Аттестация", "Бюллетень", "Вестник"]


def test_inside_a_municipality_only_what_is_its_own(pages: Site, open_list: Open) -> None:
    page = Shown(open_list(parent=pages.branches["klyuchi"]))
    assert page.names == ["Ключевской район"]
    assert {facet for facet, _code in page.boxes} == {"year"}
    pages.branches["klyuchi"].unpublish()
    assert Shown(open_list(parent=pages.branches["klyuchi"])).headline == "Страниц пока нет"


def test_the_scope_cannot_be_given_up(pages: Site, open_list: Open) -> None:
    page = Shown(open_list("q=аттестация&year=2025"))
    assert set(page.ways) == {"Убрать 2025 год 1 страница", "Убрать слова «аттестация» 1 страница"}


def test_addresses_stay_under_the_index_page(pages: Site, open_list: Open) -> None:
    response = open_list("year=2025&year=2024&sort=relevance")
    assert (response.status_code, response["Location"]) == (302, "/materialy/?year=2024&year=2025")
    assert Shown(open_list("year=2024")).chips == {"2024 год": "/materialy/"}


def test_live_parts_and_methods(pages: Site, open_list: Open) -> None:
    live = open_list("year=2024", **{"HX-Request": "true"})
    assert Shown(live).names == ["Аттестация"]
    assert not Shown(live).soup.find("header")
    assert open_list(method="POST").status_code == 405
