"""Text from outside: only the markup that an editor's text needs passes."""

from __future__ import annotations

import nh3

TAGS = {"p", "h3", "h4", "ul", "ol", "li", "b", "strong", "i", "em", "a", "br", "blockquote", "hr", "sup", "sub"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}
#: What is dropped with everything inside it.
WITH_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "svg", "math"}


def clean(html: str) -> str:
    """The same text without scripts, styles, pictures, foreign frames and whatever else a text does not need."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        clean_content_tags=WITH_CONTENT,
        link_rel="noopener nofollow",
    )
