"""Whether an address of this site leads anywhere that every visitor may see."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.models import Page, Site

from cms.pages.publicness import public_pages

#: The name under which Wagtail answers whatever no other pattern knows.
_PAGES = "wagtail_serve"


def is_place(address: str) -> bool:
    """True for a form or list of this site, and for the address of a public page; «/#kontakty» is the first page."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return False
    try:
        match = resolve(parts.path)
    except Resolver404:
        return False
    return match.url_name != _PAGES or _is_page(parts.path)


def _is_page(path: str) -> bool:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return False
    url_path = site.root_page.url_path + path.lstrip("/")
    return public_pages(Page.objects.filter(url_path=url_path)).exists()
