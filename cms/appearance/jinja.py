"""The Jinja2 environment of result lists: the same words as the Django tags of ``{% load duet %}``."""

from functools import lru_cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, StrictUndefined

from cms import wording
from cms.appearance import drawing


def environment(**options: Any) -> Environment:
    """Build the environment; a misspelt variable is an error, output is always escaped."""
    env = Environment(
        **{
            **options,
            "autoescape": True,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n"],
        }
    )
    env.install_gettext_callables(_said, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        static=static,
        url=_url,
        icon=drawing.icon,
        hexagon=drawing.hexagon,
        hexagons=drawing.hexagons,
        portrait=drawing.portrait,
        agree=wording.agree,
        counted=wording.counted,
    )
    env.filters["grouped"] = wording.grouped
    return env


def _said(message: str) -> str:
    return _said_in(get_language(), message)


@lru_cache(maxsize=2048)
def _said_in(language: str | None, message: str) -> str:
    """The message in a language; a page asks for the same hundred words, and Django walks all catalogues for each."""
    return gettext(message)


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)
