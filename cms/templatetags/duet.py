"""``{% load duet %}``: drawings, numbers with nouns, the way to a page, and the components shared with Jinja2."""

import json
from typing import Any, cast

from django import template
from django.template import Context, engines
from django.template.backends.jinja2 import Jinja2
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from cms import wording
from cms.appearance import drawing
from cms.appearance.pieces import Crumb
from cms.glossary.linking import link_terms
from cms.pages import crumbs

register = template.Library()

register.simple_tag(drawing.icon)
register.simple_tag(drawing.hexagon)
register.simple_tag(drawing.hexagons)
register.simple_tag(drawing.portrait)
register.simple_tag(wording.agree)
register.simple_tag(wording.counted)
register.filter(wording.grouped)
register.filter(wording.figure)


@register.simple_tag(takes_context=True)
def body(context: template.Context, blocks: Any) -> SafeString:
    """Print the blocks of a page's body field; the first use of each term of the glossary leads there."""
    shared: dict[Any, Any] = context.flatten()
    return link_terms(render_to_string("blocks/body.html", {**shared, "blocks": blocks}))


@register.filter
def by_key(mapping: dict[Any, Any], key: Any) -> Any:
    """The value under a key that a template holds in a variable."""
    return mapping.get(key)


@register.simple_tag
def component(name: str, *args: Any, **kwargs: Any) -> SafeString:
    """Print a macro of ``jinja2/components.html``, so that a component has one source for both engines."""
    macros = cast(Jinja2, engines["jinja2"]).env.get_template("components.html").module
    # A macro escapes its own arguments.
    return mark_safe(str(getattr(macros, name)(*args, **kwargs)))


@register.simple_tag(takes_context=True)
def page_crumbs(context: Context, page: Page, here: str = "") -> tuple[Crumb, ...]:
    """The crumbs of a page: ``{% page_crumbs page as crumbs %}``, then include ``components/breadcrumbs.html``."""
    return crumbs.page_crumbs(page, context.get("request"), here)


#: Letters that could end the <script> element or start a comment inside it.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Print structured data as an ``application/ld+json`` element that nothing inside can close."""
    text = json.dumps(data, ensure_ascii=False).translate(JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
