"""What templates need to show copies."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from bestpractices.republication.documents import Block, TableBlock

register = template.Library()


@register.simple_tag
def copied_block(block: Block, heading: str = "") -> SafeString:
    """A block of a copy, under its section's heading, by the template of its kind; its markup was cleaned."""
    rows = [list(zip(block.head, row, strict=False)) for row in block.rows] if isinstance(block, TableBlock) else []
    return mark_safe(
        render_to_string(f"republication/blocks/{block.kind}.html", {"block": block, "rows": rows, "heading": heading})
    )
