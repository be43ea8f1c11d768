"""The site's own address in the database, so that links in feeds, mails and search engines are right from the start."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
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
