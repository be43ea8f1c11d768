"""The words that every page says about its centre: name, founder, address, pages of the footer."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.territories.models import Region

CACHE_KEY = "appearance.centre"
CACHE_SECONDS = 60


@dataclass(frozen=True)
class Centre:
    """What the strip, the header and the footer say; empty words are left out."""

    name: str
    founder: str = ""
    address: str = ""
    phone: str = ""
    pages: tuple[tuple[str, str], ...] = ()  # (title, address) of the pages that editors put in menus


def current_centre() -> Centre:
    """Return the region's centre, at most a minute old; before the region is entered, a neutral name."""
    centre = cache.get(CACHE_KEY)
    if centre is None:
        centre = _read()
        cache.set(CACHE_KEY, centre, CACHE_SECONDS)
    return centre


def _read() -> Centre:
    region = Region.objects.order_by("pk").first()
    if region is None:
        return Centre(name=_("Региональный наставнический центр"), pages=_menu_pages())
    return Centre(region.centre_name, region.founder, region.address, region.phone, _menu_pages())


def _menu_pages() -> tuple[tuple[str, str], ...]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return ()
    pages = Page.objects.child_of(site.root_page).live().public().in_menu()
    return tuple((page.title, page.get_url() or "") for page in pages)
