"""``{% load site %}``: what the homes and the pages of the site print."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from cms.contacts.shown import Office, known_offices
from cms.pages.home_panels import panel_rows
from cms.pages.publicness import public_pages
from cms.sharing.address import site_root as root_of
from cms.sharing.open_graph import open_graph as graph_of

register = template.Library()


@register.inclusion_tag("cms/home_panels.html", takes_context=True)
def home_panels(context: template.Context, home: Any) -> dict[str, Any]:
    """Print the panels of a home, row by row."""
    shared: dict[Any, Any] = context.flatten()
    return {**shared, "rows": panel_rows(context["request"], home)}


@register.simple_tag
def branch_sections(home: Page) -> list[Page]:
    """The public sections of a home, in the order of the menu."""
    return list(public_pages(home.get_children().in_menu()))


@register.simple_tag
def site_root() -> str:
    """The root of addresses that are the same at every host of the site."""
    return root_of()


@register.simple_tag(takes_context=True)
def office_of_page(context: template.Context) -> Office | None:
    """Whom the visitors of the municipality may ask whose page is read; None on the region's own."""
    place = getattr(context.get("page"), "municipality_id", None)
    return known_offices().get(place) if place is not None else None


@register.inclusion_tag("components/open_graph.html", takes_context=True)
def open_graph(context: template.Context) -> dict[str, Any]:
    """Print what a messenger shows of this page."""
    request = context.get("request")
    return {"graph": graph_of(context.get("page"), request) if request else None}
