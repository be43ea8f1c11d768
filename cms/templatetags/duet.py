"""``{% load duet %}``: drawings, numbers with nouns, and the components shared with Jinja2."""

from typing import Any

from django import template
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

from cms import wording
from cms.appearance import drawing

register = template.Library()

register.simple_tag(drawing.icon)
register.simple_tag(drawing.hexagon)
register.simple_tag(drawing.hexagons)
register.simple_tag(drawing.portrait)
register.simple_tag(wording.agree)
register.simple_tag(wording.counted)
register.filter(wording.grouped)


@register.simple_tag
def component(name: str, *args: Any, **kwargs: Any) -> SafeString:
    """Print a macro of ``jinja2/components.html``, so that a component has one source for both engines."""
    macros = engines["jinja2"].env.get_template("components.html").module
    # A macro escapes its own arguments.
    return mark_safe(str(getattr(macros, name)(*args, **kwargs)))
