"""The words that every page says about its centre: name, founder, address, pages of the footer."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.freshness.making import is_remembering
from cms.freshness.memory import once_a_version
from cms.pages.publicness import public_pages
from cms.pages.sections import sections
from cms.territories.models import Region

CACHE_KEY = "appearance.centre"
CACHE_SECONDS = 60


Links = tuple[tuple[str, str], ...]  # (title, address)


@dataclass(frozen=True)
class Centre:
    """What the strip, the header and the footer say; empty words are left out."""

    name: str
    founder: str = ""
    address: str = ""
    phone: str = ""
    pages: Links = ()  # the pages that editors put in menus
    sections: Links = ()  # the region's sections


def current_centre() -> Centre:
    """Return the region's centre, at most a minute old; before the region is entered, a neutral name."""
    if is_remembering():
        return once_a_version(CACHE_KEY, _read)
    centre = cache.get(CACHE_KEY)
    if centre is None:
        centre = _read()
        cache.set(CACHE_KEY, centre, CACHE_SECONDS)
    return centre


def _read() -> Centre:
    region = Region.objects.order_by("pk").first()
    links, pages = _menu()
    if region is None:
        return Centre(name=_("Региональный наставнический центр"), pages=pages, sections=links)
    return Centre(region.centre_name, region.founder, region.address, region.phone, pages, links)


def _menu() -> tuple[Links, Links]:
    """The region's sections in the order of the menu, and the other pages that editors put in menus."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return (), ()
    pages = list(public_pages(Page.objects.child_of(site.root_page).in_menu().select_related("content_type")))
    by_model = {page.specific_class: page for page in pages}
    links = tuple(
        (str(section.menu or by_model[section.model].title), by_model[section.model].get_url() or "")
        for section in sections
        if section.model in by_model
    )
    rest = tuple((page.title, page.get_url() or "") for page in pages if page.specific_class not in sections)
    return links, rest
