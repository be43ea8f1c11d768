"""The field in which a page keeps its blocks."""

from __future__ import annotations

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField


class BodyField(StreamField):
    """A stream of blocks that migrations do not describe: a new kind of block changes no table.

    Running text from before there were blocks, as old revisions of a page hold it, is read as one block of text.
    """

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

    def to_python(self, value: Any) -> StreamValue:
        stream: StreamValue = super().to_python(value)
        old_text = stream.raw_text or ""
        if old_text.strip() and "text" in self.stream_block.child_blocks:
            stream = super().to_python([{"type": "text", "value": old_text}])
        return stream
