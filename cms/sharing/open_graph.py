"""What a messenger shows of a page when somebody sends its address.

A page says more of itself by ``shared_lead``, where its lead may be empty, and by ``shared_picture``, the path of a
picture of its own of 1200 × 630. What is no page of the tree may be an ``OpenGraph`` by its ``open_graph``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.sharing.address import own_root
from cms.sharing.feeds import has_feed
from cms.sharing.pictures import SIZE, picture_key


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """The words and the picture of a page; ``feed_url`` is empty where the page has no feed."""

    title: str
    description: str
    url: str
    kind: str
    image: str = ""
    image_alt: str = ""
    width: int = SIZE[0]
    height: int = SIZE[1]
    feed_url: str = ""
    feed_title: str = ""


def open_graph(page: Any, request: HttpRequest) -> OpenGraph | None:
    """The words of a stored page, or what ``page`` itself says; None for all else that a template may call so."""
    if not isinstance(page, Page):
        own_words = getattr(page, "open_graph", None)
        return own_words if isinstance(own_words, OpenGraph) else None
    if page.pk is None:
        return None
    url = page.full_url or ""
    cover = getattr(page, "cover", None)
    own = cover.get_rendition(f"fill-{SIZE[0]}x{SIZE[1]}|format-jpeg").url if cover else ""
    drawn = getattr(page, "shared_picture", "") or reverse("page-picture", args=[page.pk, picture_key(page)])
    return OpenGraph(
        title=page.seo_title or page.title,
        description=page.search_description or getattr(page, "shared_lead", "") or getattr(page, "lead", ""),
        url=url,
        kind="article" if getattr(page, "body", None) and not has_feed(page) else "website",
        image=own_root(request) + (own or drawn),
        image_alt=getattr(page, "cover_alt", "") if own else page.title,
        feed_url=f"{url}lenta/" if has_feed(page) else "",
        feed_title=_("Лента: %s") % page.title if has_feed(page) else "",
    )
