"""What templates need to show copies."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from bestpractices.republication.documents import Block, PictureBlock, TableBlock
from bestpractices.republication.pictures import widths_of

register = template.Library()


@register.simple_tag
def copied_block(block: Block, heading: str = "") -> SafeString:
    """A block of a copy, under its section's heading, by the template of its kind; its markup was cleaned."""
    words = {"block": block, "heading": heading, **_more(block)}
    return mark_safe(render_to_string(f"republication/blocks/{block.kind}.html", words))


def _more(block: Block) -> dict[str, Any]:
    if isinstance(block, TableBlock):
        return {"rows": [list(zip(block.head, row, strict=False)) for row in block.rows]}
    if isinstance(block, PictureBlock):
        return {"widths": widths_of(block)}
    return {}
