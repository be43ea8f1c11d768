"""The sections that the region's home and each municipality's home have; every room brings its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.models import Page

from cms.freshness.memory import once_a_version


@dataclass(frozen=True, slots=True)
class Section:
    """An index page that stands once in each branch; ``order`` is its place in the menu (10, 20, …).

    ``menu`` is its short name in the head of the site, where the title is too long for it.
    """

    model: type[Page]
    title: str | Promise
    slug: str
    order: int
    menu: str | Promise = ""


class Sections:
    """The registered sections, in the order of the menu."""

    def __init__(self) -> None:
        self._sections: dict[type[Page], Section] = {}

    def register(self, section: Section) -> None:
        """Let every branch have this section; call it from ``AppConfig.ready``."""
        self._sections[section.model] = section

    def __contains__(self, model: type[Page]) -> bool:
        return model in self._sections

    def __iter__(self) -> Iterator[Section]:
        return iter(sorted(self._sections.values(), key=lambda section: section.order))


sections = Sections()


def build_sections(*homes: Page) -> list[Page]:
    """Create and publish the sections that these homes do not have yet; gives the new ones."""
    from cms.pages.planting import plant

    return plant((home, page) for home in homes for page in _missing(home))


def _missing(home: Page) -> Iterator[Page]:
    present = {child.specific_class for child in home.get_children().select_related("content_type")}
    for section in sections:
        if section.model not in present:
            yield section.model(title=str(section.title), slug=section.slug, show_in_menus=True)


def section_url(model: type[Page], home: Any, request: HttpRequest) -> str:
    """The address of a home's section; empty where visitors may not read it. The sections are read once for all."""
    sections_here = once_a_version(("sections", home.pk), lambda: _public_sections(home))
    section = sections_here.get(model)
    return (section.get_url(request) or "") if section is not None else ""


def _public_sections(home: Page) -> dict[type[Page], Page]:
    from cms.pages.publicness import public_pages

    children = public_pages(home.get_children().select_related("content_type").order_by("-path"))
    return {child.specific_class: child for child in children}
