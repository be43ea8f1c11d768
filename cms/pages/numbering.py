"""The parts of a page keep the order in which they were given, however the page was made."""

from __future__ import annotations

from typing import Any

from wagtail.models import Orderable, Page


def number_parts(page: Page) -> None:
    """Give the parts that are about to be stored their places, where somebody left them without.

    The editor's form numbers what it changes; a page made by a program would else have parts without places, which
    databases sort differently and which the form would mix with its own.
    """
    given: dict[str, list[Any]] = getattr(page, "_cluster_related_objects", {})
    for parts in given.values():
        ordered = [part for part in parts if isinstance(part, Orderable)]
        if any(part.sort_order is None for part in ordered):
            newest_last = sorted(ordered, key=lambda part: (part.sort_order is None, part.sort_order or 0))
            for place, part in enumerate(newest_last):
                part.sort_order = place
