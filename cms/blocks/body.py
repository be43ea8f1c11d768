"""The blocks of every editorial page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class BodyBlocks(blocks.StreamBlock):
    """The body of an editorial page."""

    text = blocks.RichTextBlock(label=_("текст"), icon="pilcrow", features=["h2", "h3", "bold", "link", "ol", "ul"])
