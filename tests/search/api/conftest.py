"""A region with mentors and pages, and nobody's requests counted yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.search.mentors.conftest import Region
from tests.search.mentors.conftest import forgetful as forgetful_of_mentors
from tests.search.mentors.conftest import region as region
from tests.search.site.conftest import Site
from tests.search.site.conftest import forgetful as forgetful_of_pages

__all__ = ["Region", "forgetful_of_mentors", "forgetful_of_pages", "region"]

Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def uncounted() -> Iterator[None]:
    """Each test begins with no requests behind it."""
    cache.clear()
    yield
    cache.clear()


class SiteOfRegion(Site):
    """Pages beside the mentors of the region, without branches of their own."""

    def __init__(self) -> None:
        from cms.pages.models import HomePage

        self.home = HomePage.objects.get()
        for page in self.home.get_children():
            page.delete()
        self.home.refresh_from_db()


@pytest.fixture
def site(db: None) -> SiteOfRegion:
    return SiteOfRegion()


@pytest.fixture
def ask(client: Client) -> Ask:
    """The JSON at an address of the API: ``ask("mentors", q="физика")``."""

    def get(path: str, **params: Any) -> Any:
        address = path if path.startswith("http") else f"/api/v1/{path}"
        response = client.get(address, params)
        assert response.status_code == 200, response.content.decode()
        return response.json()

    return get
