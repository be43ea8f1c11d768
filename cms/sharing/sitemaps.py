"""``sitemap.xml``: only what every visitor may read now. Rooms give their parts; long ones are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models

from cms.pages.publicness import public_pages
from cms.sharing.address import own_root
from cms.sharing.kept import kept

#: The protocol's own limit of addresses in one file.
MOST = 50_000
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a sitemap: so many addresses as XML, at most ``MOST``."""

    count: int
    xml: str


#: Gives the addresses of a room at the asked site, whose root stands before each of them.
Part = Callable[[Site, str], Sequence[Chunk]]


def chunks(addresses: Iterable[tuple[str, datetime | None]]) -> list[Chunk]:
    """Addresses with the moment of their last change, if it is known, cut to the protocol's limit."""
    lines = [
        f"<url><loc>{escape(url)}</loc>{f'<lastmod>{changed:%Y-%m-%d}</lastmod>' if changed else ''}</url>"
        for url, changed in addresses
    ]
    cut = (lines[start : start + MOST] for start in range(0, len(lines), MOST))
    return [Chunk(len(part), "\n".join(part)) for part in cut]


@require_safe
def sitemap(request: HttpRequest, parts: dict[str, Part]) -> HttpResponseBase:
    """Every address in one file; a region with more than the protocol's limit gets a list of files instead."""
    root, found = own_root(request), _found(request, parts)
    every = [chunk for some in found.values() for chunk in some]
    if sum(chunk.count for chunk in every) <= MOST:
        return _answer(request, "urlset", (chunk.xml for chunk in every))
    names = ((name, number) for name, some in found.items() for number in range(1, len(some) + 1))
    files = (f"<sitemap><loc>{root}{reverse('sitemap-part', args=one)}</loc></sitemap>" for one in names)
    return _answer(request, "sitemapindex", files)


@require_safe
def sitemap_part(request: HttpRequest, name: str, number: int, parts: dict[str, Part]) -> HttpResponseBase:
    """One of the files of a long sitemap."""
    some = _found(request, {name: parts[name]} if name in parts else {}).get(name, ())
    if not 1 <= number <= len(some):
        raise Http404
    return _answer(request, "urlset", [some[number - 1].xml])


def _found(request: HttpRequest, parts: dict[str, Part]) -> dict[str, Sequence[Chunk]]:
    site, root = Site.find_for_request(request), own_root(request)
    return {name: part(site, root) for name, part in parts.items()} if site else {}


def _answer(request: HttpRequest, element: str, lines: Iterable[str]) -> HttpResponseBase:
    body = "\n".join(filter(None, lines))
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{SCHEMA}">\n{body}\n</{element}>\n'
    response = HttpResponse(xml, content_type="application/xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex, noodp, noarchive"
    return kept(request, response)


def pages(site: Site, root: str) -> list[Chunk]:
    """The public pages of the site, without the branches that have a host, and so a sitemap, of their own."""
    home = site.root_page
    found = public_pages(Page.objects.descendant_of(home, inclusive=True))
    for branch in Site.objects.exclude(root_page=home).select_related("root_page"):
        if branch.root_page.is_descendant_of(home):
            found = found.not_descendant_of(branch.root_page, inclusive=True)
    own_way = [kind for kind in get_page_models() if kind.get_sitemap_urls is not Page.get_sitemap_urls]
    types = ContentType.objects.get_for_models(*own_way).values() if own_way else ()
    plain = found.exclude(content_type__in=list(types)).order_by("path").values_list("url_path", "last_published_at")
    cut = len(home.url_path)
    addresses = [(f"{root}/{path[cut:]}", changed) for path, changed in plain]
    for page in found.filter(content_type__in=list(types)).order_by("path").specific():
        addresses += [(entry["location"], entry.get("lastmod")) for entry in page.get_sitemap_urls()]
    return chunks(addresses)


def is_regions_own(site: Site) -> bool:
    """Whether what has one address, at the region's own site, belongs into this sitemap."""
    return bool(site.is_default_site)
