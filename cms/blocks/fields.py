"""The field in which a page keeps its blocks."""

from __future__ import annotations

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A stream of blocks that migrations do not describe: a new kind of block changes no table."""

    def deconstruct(self) -> Any:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
