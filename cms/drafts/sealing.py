"""Puts the token into every form of a page that is sent by POST, and beside them the drafts that wait for them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.templatetags.static import static
from django.utils.html import escape

from cms.drafts.page_forms import PageForm, forms_of
from cms.drafts.tokens import FIELD, FormToken

#: The attribute by which a form is found again in the parsed page.
MARK = "data-form-mark"
_FORM = re.compile(r"""<form\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_POST = re.compile(r"""\smethod\s*=\s*["']?post\b""", re.IGNORECASE)
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def is_page(response: HttpResponseBase) -> bool:
    """Whether an answer is a whole HTML page."""
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def marked(page: str) -> tuple[str, int]:
    """The page with a number in every form that is sent by POST, and how many there are."""
    count = 0

    def number(found: re.Match[str]) -> str:
        nonlocal count
        tag = found.group()
        if not _POST.search(tag):
            return tag
        count += 1
        return f'{tag[:5]} {MARK}="{count}"{tag[5:]}'

    return _FORM.sub(number, page), count


def sealed(
    page: str, token: Callable[[PageForm], FormToken | None], attributes: dict[str, str]
) -> tuple[str, list[FormToken]]:
    """The page whose forms carry their tokens, and these tokens; a form for which ``token`` gives None stays out."""
    numbered, count = marked(page)
    if not count:
        return page, []
    tokens = {form.mark: found for form in forms_of(numbered, MARK) if (found := token(form)) is not None}

    def seal(found: re.Match[str]) -> str:
        tag = found.group()
        number = re.search(rf' {MARK}="(\d+)"', tag)
        if number is None:
            return tag
        bare = tag.replace(number.group(), "", 1)
        own = tokens.get(number[1])
        if own is None:
            return bare
        words = {"data-draft": own.place, **attributes}
        told = "".join(f' {name}="{escape(value)}"' for name, value in words.items())
        return f'{bare[:-1]}{told}><input type="hidden" name="{FIELD}" value="{escape(own.sealed())}">'

    return _FORM.sub(seal, numbered), list(tokens.values())


def with_drafts(page: str, drafts: list[dict[str, Any]], *, is_public: bool) -> str:
    """The page with the drafts that wait for its forms, and on the public site with the script that reads them.

    The admin has script and style on every page; a public page has them where it has forms.
    """
    said = json.dumps(drafts, ensure_ascii=False).translate(_JSON_ESCAPES)
    element = f'<script type="application/json" id="form-drafts">{said}</script>'
    if is_public:
        element += f'<link rel="stylesheet" href="{static("css/drafts.css")}">'
        element += f'<script src="{static("js/form_drafts.js")}" defer></script>'
    before, body, after = page.rpartition("</body>")
    return f"{before}{element}{body}{after}" if body else page + element
