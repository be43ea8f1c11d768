"""An Atom feed of every home and every section: /lenta/, /klyuchevskoy/lenta/, /klyuchevskoy/novosti/lenta/."""

from __future__ import annotations

from datetime import datetime, time

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.appearance.centre import current_centre
from cms.pages.editorial import EditorialPage, editorial_models
from cms.pages.models import HomePage
from cms.pages.publicness import public_pages

#: How many of the latest pages a feed tells of.
LENGTH = 30
#: How long a feed may be kept without asking, in seconds.
KEEP = 900


@require_safe
def feed(request: HttpRequest, path: str) -> HttpResponse:
    """The latest pages below the home or section at this address, as Atom; 404 for every other page."""
    root = _root(request, path)
    atom = Atom1Feed(
        title=_title(root),
        link=root.get_full_url(request),
        description="",
        language="ru",
        feed_url=request.build_absolute_uri(request.path),
        author_name=current_centre().name,
    )
    for page in latest_below(root):
        atom.add_item(
            title=page.title,
            link=page.get_full_url(request) or "",
            description=page.lead,
            unique_id=f"urn:uuid:{page.translation_key}",
            pubdate=_published(page),
            updateddate=page.last_published_at or _published(page),
        )
    response = HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
    patch_cache_control(response, public=True, max_age=KEEP)
    return response


def has_feed(page: Page) -> bool:
    """Whether the page is a home or a section, whose address leads to a feed."""
    return isinstance(page, HomePage) or (isinstance(page, EditorialPage) and page.is_frame)


def latest_below(root: Page) -> list[EditorialPage]:
    """The pages that visitors may read below this one, the latest first; homes and sections are not news."""
    kinds = [model for model in editorial_models() if model.in_feeds and not model.is_section()]
    types = ContentType.objects.get_for_models(*kinds).values()
    pages = public_pages(Page.objects.descendant_of(root)).filter(content_type__in=list(types))
    return list(pages.order_by("-first_published_at", "-pk")[:LENGTH].specific())


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


def _published(page: EditorialPage) -> datetime:
    """When the page was published; news carry a day of their own."""
    day = getattr(page, "day", None)
    if day is not None:
        return timezone.make_aware(datetime.combine(day, time(9)))
    return page.first_published_at or page.latest_revision_created_at or timezone.now()
