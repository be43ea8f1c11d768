"""A site with pages of two kinds, and an index that knows nothing of other tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.pages.models import ContentPage, HomePage, MunicipalityPage
from cms.territories.models import Municipality
from search.engines import get_engine
from search.site.vocabulary import page_words
from tests.factories import MunicipalityFactory
from tests.search.mentors.reading import Shown

ADDRESS = "/poisk/"


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Neither the words nor the index of another test, which was rolled back."""
    for moment in ("before", "after"):
        page_words.forget()
        get_engine().forget()  # type: ignore[attr-defined]
        if moment == "before":
            yield


class Site:
    """Pages of the centre, and of two municipalities."""

    def __init__(self) -> None:
        self.home = HomePage.objects.get()
        for page in self.home.get_children():
            page.delete()
        self.home.refresh_from_db()
        self.branches: dict[str, MunicipalityPage] = {
            code: self.home.add_child(
                instance=MunicipalityPage(title=f"{short} район", slug=code, home_of=_municipality(code, short))
            )
            for code, short in {"klyuchi": "Ключевской", "ozerki": "Озерковский"}.items()
        }

    def page(self, title: str, body: str = "", parent: Page | None = None, year: int = 2026, **fields: Any) -> Any:
        """A published page of text."""
        page = ContentPage(title=title, body=f"<p>{body}</p>", **fields)
        (parent or self.home).add_child(instance=page)
        moment = timezone.make_aware(datetime(year, 3, 14))
        Page.objects.filter(pk=page.pk).update(first_published_at=moment)
        return page


def _municipality(code: str, short: str) -> Municipality:
    return MunicipalityFactory(
        code=code, short_name=short, name=f"{short} район", name_prepositional=f"{short[:-2]}ом районе"
    )


@pytest.fixture
def site(db: None) -> Site:
    return Site()


@pytest.fixture
def look(client: Client) -> Callable[..., Shown]:
    """The page at an address or a query string, as a visitor reads it: ``look("q=аттестация")``."""

    def open_page(address: str = "", **headers: str) -> Shown:
        url = address if address.startswith("/") else f"{ADDRESS}?{address}"
        return Shown(client.get(url, headers=headers, follow=not headers))

    return open_page
