from __future__ import annotations

from typing import Any

from wagtail.models import Collection, Locale, Page, Site

from cms.branches.building import build_branches
from cms.pages.models import HomePage, MunicipalityPage
from cms.territories.models import Municipality


def open_branch(municipality: Municipality) -> Any:
    """The home page of the municipality's open branch, with its sections, groups, files and workflow."""
    build_branches([municipality])
    return MunicipalityPage.objects.get(home_of=municipality)


def make_first_page() -> None:
    """The region's first page where it is missing: a test with real transactions may have emptied the database."""
    if HomePage.objects.exists():
        return
    Locale.objects.get_or_create(language_code="ru")
    root = Page.objects.filter(depth=1).first() or Page.add_root(instance=Page(title="Root", slug="root"))
    page = root.add_child(instance=HomePage(title="Дуэт", slug="home"))
    Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
