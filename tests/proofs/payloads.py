"""Texts that would run, if a page took them for its own; each says where it stood."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import RichTextField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import Image

#: Out of a text, an attribute, an element of form, a script, a style, a comment, a template of this or of that side.
PAYLOADS = (
    "<script>window.hit='{0}'</script>",
    '"><img src=x onerror="window.hit=\'{0}\'">',
    "'><svg onload=window.hit='{0}'>",
    "</textarea><script>window.hit='{0}'</script>",
    "</title></style><script>window.hit='{0}'</script>",
    "</script><script>window.hit='{0}'</script>",
    "--><script>window.hit='{0}'</script>",
    "\" autofocus onfocus=window.hit='{0}' x=\"",
    "<details open ontoggle=window.hit='{0}'>",
    "<iframe srcdoc=\"<script>top.hit='{0}'</script>\"></iframe>",
    "<a href=\"javascript:window.hit='{0}'\">{0}</a>",
    "';window.hit='{0}';'",
    "\\u003cscript\\u003ewindow.hit='{0}'\\u003c/script\\u003e",
    "${{window.hit='{0}'}}{{{{constructor.constructor('window.hit=1')()}}}}",
    "=HYPERLINK(\"javascript:window.hit='{0}'\")<img src=x onerror=window.hit='{0}'>",
)
SHORT = ("<svg onload=hit=1>", "<script>hit=1</script>", "<img src onerror=hit=1>")
ADDRESS = "https://example.org/\"><script>window.hit='{0}'</script>"
MAIL = '"<svg/onload=window.hit=1>"@example.org'


class Payloads:
    """Gives the next payload for a place, as long as the place allows; counts what was given."""

    def __init__(self) -> None:
        self.given = 0
        self._next = cycle(PAYLOADS)

    def text(self, place: str, most: int | None = None) -> str:
        """A payload; a short one where there is no room, nothing where none fits."""
        words = next(self._next).format(f"{place}.{self.given}")
        fitting = [words, *SHORT] if most is None or len(words) <= most else [one for one in SHORT if len(one) <= most]
        self.given += bool(fitting)
        return fitting[0] if fitting else ""

    def field(self, field: models.Field[Any, Any]) -> str:
        """What a form could have put into this field."""
        place = f"{field.model._meta.model_name}.{field.name}"
        if isinstance(field, models.EmailField):
            self.given += 1
            return MAIL
        if isinstance(field, models.URLField):
            words = ADDRESS.format(place)
            return words if not field.max_length or len(words) <= field.max_length else ""
        if isinstance(field, RichTextField):
            return self.rich(place, None)
        words = self.text(place, field.max_length)
        return "" if field.unique and words in SHORT else words

    def rich(self, place: str, features: list[str] | None) -> str:
        """What the editor of rich texts makes of words and of a link that are payloads."""
        link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:window.hit=1"}}
        ranges = [{"key": 0, "offset": 0, "length": 4}]
        lines = [
            {"key": f"{number}", "type": "unstyled", "text": self.text(place), "depth": 0, "inlineStyleRanges": []}
            | {"entityRanges": ranges if not number else []}
            for number in range(3)
        ]
        state = json.dumps({"blocks": lines, "entityMap": {"0": link}})
        return str(ContentstateConverter(features or ["bold", "link", "h3", "ul"]).to_database_format(state))

    def stream(self, block: blocks.Block, place: str) -> Any:
        """A value of this block with a payload in each of its texts: every child once."""
        if isinstance(block, blocks.BaseStreamBlock):
            return [
                {"type": name, "value": self.stream(child, f"{place}.{name}")}
                for name, child in block.child_blocks.items()
            ]
        if isinstance(block, blocks.BaseStructBlock):
            return {name: self.stream(child, f"{place}.{name}") for name, child in block.child_blocks.items()}
        if isinstance(block, blocks.ListBlock):
            return [self.stream(block.child_block, place)]
        if isinstance(block, blocks.RichTextBlock):
            return self.rich(place, block.features)
        return self._leaf(block, place)

    def _leaf(self, block: blocks.Block, place: str) -> Any:
        if isinstance(block, ImageChooserBlock):
            image = Image.objects.first()
            return image.pk if image else None
        if isinstance(block, blocks.ChoiceBlock):
            return next((value for value in _values(block.field.choices) if value), "")
        if isinstance(block, blocks.URLBlock):
            return ADDRESS.format(place)
        if isinstance(block, blocks.CharBlock | blocks.TextBlock):
            return self.text(place, getattr(block.field, "max_length", None))
        return block.get_prep_value(block.get_default())

    def json(self, value: Any, place: str) -> Any:
        """The same structure with a payload in place of every sentence."""
        if isinstance(value, dict):
            return {key: self.json(part, place) for key, part in value.items()}
        if isinstance(value, list):
            return [self.json(part, place) for part in value]
        is_sentence = isinstance(value, str) and " " in value
        return self.text(place) if is_sentence else value


def _values(choices: Any) -> Iterator[Any]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _values(label)
        else:
            yield value
