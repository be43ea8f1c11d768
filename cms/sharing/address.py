"""The site's own address: SITE_URL says it, and the site in the database, from which pages take theirs, follows it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest
from wagtail.models import Site

from cms.schema import has_table

#: Names that a new site has before anybody says its own.
UNNAMED = frozenset({"localhost", "127.0.0.1", "testserver"})
PORTS = {"http": 80, "https": 443}

#: The site has another address than before: ``old`` and ``new`` are roots such as «https://nastavnik.region.ru».
#: Sent inside the transaction, for those who keep whole addresses of this site.
address_changed = Signal()


def tell_the_site_its_address(**kwargs: Any) -> None:
    """Give the site the host and port of SITE_URL, after migrations and at each start of a web process.

    Without SITE_URL a name that people have entered stays. Branches with a host of their own are served by the same
    server, so their port follows. Does nothing before the first migration.
    """
    if not has_table(Site):
        return
    site = Site.objects.filter(is_default_site=True).first()
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if site is None or not parts.hostname or not (settings.DUET_SITE_URL_SAID or site.hostname in UNNAMED):
        return
    port = parts.port or PORTS.get(parts.scheme, 80)
    if (site.hostname, site.port) != (parts.hostname, port):
        _move(site, parts.hostname, port)


def _move(site: Site, hostname: str, port: int) -> None:
    old, old_port = site.root_url, site.port
    with transaction.atomic():
        site.hostname, site.port = hostname, port
        site.save()
        for branch in Site.objects.filter(port=old_port).exclude(pk=site.pk):
            branch.port = port
            branch.save()
        address_changed.send(Site, old=old, new=site.root_url)


def site_root() -> str:
    """The root of the region's own site: «https://nastavnik.region.ru», without a slash at its end.

    The one answer for what is read away from the site: canonical addresses, mails, feeds, papers.
    """
    said = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    if settings.DUET_SITE_URL_SAID:
        return said
    main = _main()
    return said if main is None or urlsplit(main).hostname in UNNAMED else main


def own_root(request: HttpRequest) -> str:
    """The root of the site that is asked: the region's own, or that of a branch with a host of its own."""
    site = Site.find_for_request(request)
    return site_root() if site is None or site.is_default_site else str(site.root_url)


def _main() -> str | None:
    """The root of the site above all branches, as the database has it."""
    main = min(Site.get_site_root_paths(), key=lambda root: len(root.root_path), default=None)
    return str(main.root_url) if main else None
