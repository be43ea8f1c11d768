"""The way from the first page of the site to a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.appearance.pieces import Crumb
from cms.pages.publicness import public_pages

#: How deep the region's home lies, which the component itself names «Главная».
ABOVE = 2


def page_crumbs(page: Page, request: Any = None, here: str = "") -> tuple[Crumb, ...]:
    """The public ancestors of a page, then the page, or a place inside it that is called ``here``."""
    above = public_pages(page.get_ancestors().filter(depth__gt=_depth_of_home(request)))
    steps = [Crumb(ancestor.title, ancestor.get_url(request) or "") for ancestor in above.order_by("path")]
    if here:
        return (*steps, Crumb(page.title, page.get_url(request) or ""), Crumb(here))
    return (*steps, Crumb(page.title or _("Новая страница")))


def _depth_of_home(request: Any) -> int:
    """How deep the page lies that the visitor knows as the first one: at a host of its own, that of the branch."""
    site = Site.find_for_request(request) if request is not None else None
    return site.root_page.depth if site is not None else ABOVE
