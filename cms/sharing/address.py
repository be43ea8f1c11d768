"""The site's own address in the database, so that links in feeds, mails and search engines are right from the start."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

#: Names that a new site has before anybody says its own.
UNNAMED = frozenset({"localhost", "127.0.0.1", "testserver"})
PORTS = {"http": 80, "https": 443}


def tell_the_site_its_address(**kwargs: Any) -> None:
    """Take host and port from SITE_URL after migrations; a name that people have entered stays."""
    site = Site.objects.filter(is_default_site=True).first()
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if site is None or site.hostname not in UNNAMED or not parts.hostname:
        return
    port = parts.port or PORTS.get(parts.scheme, 80)
    if (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port = parts.hostname, port
        site.save()


def main_root(request: HttpRequest) -> str:
    """The root of addresses that are the same at every host (the bank, the search): the region's own site.

    «https://nastavnik.region.ru»; at the region's own site itself, as the visitor has asked for it.
    """
    own, roots = f"{request.scheme}://{request.get_host()}", Site.get_site_root_paths()
    host = request.get_host().partition(":")[0]
    main = min(roots, key=lambda root: len(root.root_path), default=None)  # branches stand below the region's home
    if main is None or not any(urlsplit(root.root_url).hostname == host for root in roots if root is not main):
        return own
    return str(main.root_url)
