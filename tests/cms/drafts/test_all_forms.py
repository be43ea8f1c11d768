"""Every view of ours that takes a POST says what becomes of the words typed into it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from cms.drafts.policies import inner_view, policy_of
from cms.drafts.sealing import marked

OURS = ("cms.", "mentoring.", "bestpractices.", "search.")
#: Libraries whose own views take part by the default of the admin.
STOCK = ("wagtail", "wagtail_modeladmin")


def patterns(resolver: Any = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in (resolver or get_resolver()).url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path, pattern
        else:
            yield from patterns(pattern, path)


def takes_a_post(view: Any) -> bool:
    """A class by who answers its POST; a function unless it says that it only reads."""
    inner = view
    while (view_class := getattr(inner, "view_class", None)) is None and (within := inner_view(inner)) is not None:
        inner = within
    if view_class is not None:
        return "post" in view_class.http_method_names and _answers(view_class)
    if not inspect.isfunction(inner) or not inner.__module__.startswith(OURS):
        return False
    source = inspect.getsource(inner)
    return not ("require_safe" in source or "require_GET" in source)


def _answers(view_class: type) -> bool:
    answering = next((base for base in view_class.__mro__ if "post" in vars(base)), None)
    is_ours = any(base.__module__.startswith(OURS) for base in view_class.__mro__)
    if answering is None or not is_ours:
        return False
    is_stock = any(base.__module__.startswith(STOCK) for base in view_class.__mro__ if base is not answering)
    return answering.__module__.startswith(OURS) or not (is_stock and _is_library_view(view_class))


def _is_library_view(view_class: type) -> bool:
    """Made by a library for a model of ours: its form is the library's."""
    concrete = [
        base for base in view_class.__mro__ if hasattr(base, "as_view") and not base.__module__.startswith(OURS)
    ]
    return concrete[0].__module__.startswith(STOCK)


def test_every_form_of_a_template_is_found_in_its_page() -> None:
    """However its tag is written: the frame finds forms in the rendered page."""
    unseen = []
    for template in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
        for tag in re.findall(r"<form\b.*", template.read_text(encoding="utf-8")):
            plain = re.sub(r"{%.*?%}|{{.*?}}", "", tag)
            if "post" in plain.lower() and not marked(plain)[1]:
                unseen.append(f"{template.name}: {tag[:100]}")

    assert unseen == []


VIEWS = sorted({path: pattern.callback for path, pattern in patterns() if takes_a_post(pattern.callback)}.items())


def test_the_walk_finds_the_forms() -> None:
    """A walk that finds nothing would hold everything."""
    paths = " ".join(path for path, _view in VIEWS)
    for part in ("words/", "compose/", "pismo/", "stat-nastavnikom/", "ocenka-praktiki/", "razgovor/", "sborniki/"):
        assert part in paths


@pytest.mark.parametrize(("path", "view"), VIEWS, ids=[path for path, _view in VIEWS])
def test_a_form_says_what_becomes_of_its_words(path: str, view: Any) -> None:
    policy = policy_of(view)

    assert policy is not None, "declare it: keeps_drafts(…) or no_words_typed(…), cms.drafts.policies"
