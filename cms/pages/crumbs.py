"""The way from the region's home to a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.appearance.pieces import Crumb
from cms.pages.publicness import public_pages

#: The root of the tree and the region's home, which the component itself names «Главная».
ABOVE = 2


def page_crumbs(page: Page, request: Any = None, here: str = "") -> tuple[Crumb, ...]:
    """The public ancestors of a page, then the page, or a place inside it that is called ``here``."""
    above = public_pages(page.get_ancestors().filter(depth__gt=ABOVE))
    steps = [Crumb(ancestor.title, ancestor.get_url(request) or "") for ancestor in above.order_by("path")]
    if here:
        return (*steps, Crumb(page.title, page.get_url(request) or ""), Crumb(here))
    return (*steps, Crumb(page.title or _("Новая страница")))
