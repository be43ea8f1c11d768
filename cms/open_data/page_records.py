"""What every page tells other programs, however many pages there are: their sites are read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, Site

from cms.open_data.resources import Told
from cms.open_data.schemas import placed
from cms.pages.publicness import public_pages
from cms.sharing.moments import changed_at


def told_pages(pages: Sequence[Any], rest: Callable[[Any], Told | None]) -> Iterator[tuple[int, Told]]:
    """What visitors may read of the pages; ``rest`` adds the room's own, or None where a page may not be shown."""
    for page in with_addresses(pages):
        own, url = rest(page), page.full_url
        if own is not None and url:
            yield page.pk, {**common(page), "url": url, **own}


def common(page: Any) -> Told:
    """Title, lead, day and place."""
    return {
        "title": page.title,
        "lead": page.lead,
        "published": page.first_published_at,
        "municipality": placed(page.municipality),
    }


def with_addresses(pages: Iterable[Any]) -> Iterator[Any]:
    """The pages, each of which knows its address without asking for the sites again."""
    roots = Site.get_site_root_paths()
    for page in pages:
        page._wagtail_cached_site_root_paths = roots
        yield page


def public_of(model: type[Page]) -> Callable[[], QuerySet]:
    """The pages of this type that every visitor may read now."""
    return lambda: public_pages(model._default_manager.all()).select_related("municipality")


def born(page: Any) -> datetime:
    """When the page changed last, as far as the page itself knows."""
    return changed_at(page)
