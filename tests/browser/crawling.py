"""Walks a site by its own links: one address of every kind of page, whatever role looks."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page

LINKS = "[...document.querySelectorAll('a[href]')].map((a) => new URL(a.href.baseVal ?? a.href, location.href).href)"
#: Leaving, and what is Wagtail's own and not about our things.
LEFT_OUT = ("/logout", "/vyhod", "/admin/account", "/admin/images/multiple", "/admin/documents/multiple")


def kind_of(path: str) -> str:
    """What makes two addresses screens of one kind: the view, and on the site how deep the page lies in its section."""
    try:
        found = resolve(path)
    except Resolver404:
        return ""
    if found.view_name != "wagtail_serve":
        return str(found.view_name)
    parts = [part for part in path.split("/") if part]
    sections = {"praktiki", "programmy", "duety", "akty", "novosti", "organizacii", "slovar"}
    known = [place for place, part in enumerate(parts) if part in sections]
    return (
        f"page {'/'.join(parts[known[0] : known[0] + 1])} +{len(parts) - known[0]}" if known else f"page +{len(parts)}"
    )


def screens(page: Page, site: str, start: tuple[str, ...], inside: str, most: int) -> Iterator[str]:
    """Open one screen of every kind that can be reached below ``inside``; yields its path while it is open."""
    waiting = list(start)
    seen = {kind_of(urlsplit(path).path) for path in start}
    opened = 0
    while waiting and opened < most:
        path = waiting.pop(0)
        try:
            answer = page.goto(path)
        except Error:
            continue  # a download
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        opened += 1
        found = page.evaluate(LINKS)
        yield path
        for link in found:
            address = urlsplit(link)
            is_ours = link.startswith(site) and address.path.startswith(inside)
            is_admin = address.path.startswith(("/admin/", "/django"))
            if not is_ours or (inside == "/" and is_admin) or any(word in address.path for word in LEFT_OUT):
                continue
            kind = kind_of(address.path)
            if kind and kind not in seen:
                seen.add(kind)
                waiting.append(address.path + (f"?{address.query}" if address.query else ""))
