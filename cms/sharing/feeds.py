"""An Atom feed of every home and every section: /lenta/, /klyuchevskoy/lenta/, /klyuchevskoy/novosti/lenta/."""

from __future__ import annotations

from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.pages.editorial import EditorialPage, editorial_models
from cms.pages.models import HomePage
from cms.pages.publicness import public_pages
from cms.sharing.atom import atom_response
from cms.sharing.moments import changed_at, published_at

#: How many of the latest pages a feed tells of.
LENGTH = 30


@require_safe
def feed(request: HttpRequest, path: str) -> HttpResponseBase:
    """The latest pages below the home or section at this address, as Atom; 404 for every other page."""
    root = _root(request, path)
    link = root.full_url or ""
    return atom_response(
        request, latest_below(root), title=_title(root), link=link, feed_url=f"{link}lenta/", changed=changed_at(root)
    )


def has_feed(page: Page) -> bool:
    """Whether the page is a home or a section, whose address leads to a feed."""
    return isinstance(page, HomePage) or (isinstance(page, EditorialPage) and page.is_frame)


def latest_below(root: Page) -> list[EditorialPage]:
    """The pages that visitors may read below this one, the latest first; homes and sections are not news.

    Sorted by the date that the feed tells: news of last year that are entered today do not stand on top.
    """
    kinds = [model for model in editorial_models() if model.in_feeds and not model.is_section()]
    dated = [model for model in kinds if _has_day(model)]
    found = [_latest(root, [model], ["-day", "-first_published_at", "-pk"]) for model in dated]
    undated = [model for model in kinds if not _has_day(model)]
    found.append(_latest(root, undated, ["-first_published_at", "-pk"]))
    pages = sorted(chain.from_iterable(found), key=lambda page: (published_at(page), page.pk), reverse=True)
    return pages[:LENGTH]


def _has_day(model: type[EditorialPage]) -> bool:
    return any(field.name == "day" for field in model._meta.concrete_fields)


def _latest(root: Page, kinds: list[type[EditorialPage]], order: list[str]) -> list[EditorialPage]:
    """Pages of these kinds; of a single one by the fields that it alone has."""
    manager = kinds[0]._default_manager if len(kinds) == 1 else Page.objects
    types = ContentType.objects.get_for_models(*kinds).values()
    pages = public_pages(manager.descendant_of(root)).filter(content_type__in=list(types))
    return list(pages.order_by(*order)[:LENGTH].specific())


def _root(request: HttpRequest, path: str) -> Page:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    found = site.root_page.specific
    for slug in filter(None, path.split("/")):
        found = public_pages(found.get_children()).filter(slug=slug).specific().first()
        if found is None:
            raise Http404
    if not has_feed(found):
        raise Http404
    return found


def _title(root: Page) -> str:
    municipality = getattr(root, "municipality", None)
    return f"{root.title}, {municipality.name}" if municipality and municipality.name != root.title else root.title
