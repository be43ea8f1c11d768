"""Makes every page type findable that wants to be, and names the tables whose change alters what is found."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from cms.pages.editorial import EditorialPage
from cms.pages.findable import findable_models
from cms.pages.listing import listers
from cms.territories.models import Municipality
from search.registry import Watch, registry
from search.site.documents import documents, still_public
from search.site.lists import answer_list
from search.site.schema import site_schema
from search.site.vocabulary import findable, page_words, watched_models

#: Of the table that all pages share; drafts and locks change the others every few seconds.
COLUMNS = (
    "title",
    "path",
    "url_path",
    "live",
    "expire_at",
    "first_published_at",
    "last_published_at",
    "search_description",
)
#: A restriction hides, and its end shows, everything that stands below its page.
BELOW = (
    "SELECT inner_page.id FROM wagtailcore_page AS inner_page, wagtailcore_page AS top_page "
    "WHERE top_page.id = {value} AND substr(inner_page.path, 1, length(top_page.path)) = top_page.path"
)


def register() -> None:
    """Tell the search about pages, and index pages about the search; called once at start-up."""
    registry.register(site_schema(), model=Page, documents=documents, watches=tuple(watches()), findable=still_public)
    page_words.forget_on_change(watched_models())
    listers.appoint(answer_list)


def watches() -> Iterator[Watch]:
    """The tables of pages, and those that their types name."""
    yield Watch(Page, when=COLUMNS)
    yield Watch(PageViewRestriction, column="page", sql=BELOW)
    for model in findable_models():
        yield Watch(model)
        relation = _relation(model)
        if issubclass(model, EditorialPage):
            yield Watch(Municipality, lookup=f"{relation}__municipality", when=("code", "name"))
        for related in findable(model).found_with:
            table = apps.get_model(related.model) if isinstance(related.model, str) else related.model
            lookup = f"{relation}__{related.lookup}" if related.lookup else "pk"
            yield Watch(table, column=related.column, lookup=lookup, when=related.when, sql=related.sql)


def _relation(model: type[Model]) -> str:
    """How a lookup goes from a page to the row of its type."""
    parent = model._meta.get_ancestor_link(Page)
    assert parent is not None
    return str(parent.remote_field.get_accessor_name())
