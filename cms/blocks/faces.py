"""Photographs in blocks «люди»: had by visitors only on pages where the mark about the person's consent stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from cms.blocks.cards import PersonBlock, consented

#: How the index of references names the photograph of a person in a block, wherever the block stands.
_PHOTO = ".photo"


def is_a_face(file: models.Model) -> bool:
    """Whether a picture is the photograph of somebody in a block."""
    if not isinstance(file, get_image_model()):
        return False
    return bool(ReferenceIndex.get_references_to(file).filter(model_path__endswith=_PHOTO).exists())


def pages_without_the_mark(file: models.Model) -> set[int]:
    """The pages (numbers) that name a picture as somebody's photograph alone, and nowhere with a consent."""
    if not isinstance(file, get_image_model()):
        return set()
    faces: set[int] = set()
    others: set[int] = set()
    rows = ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id", "model_path")
    page_type = ReferenceIndex._get_base_content_type(Page).pk
    for kind, number, path in rows:
        if kind == page_type:
            (faces if path.endswith(_PHOTO) else others).add(int(number))
    asked = Page.objects.filter(pk__in=faces - others).specific()
    return {page.pk for page in asked if not any(face == file.pk for face in _faces(page))}


def _faces(page: Page) -> Iterator[int]:
    """The photographs (numbers) of the people whom the page shows."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            yield from _faces_in(value.stream_block, value)


def _faces_in(block: Any, value: Any) -> Iterator[int]:
    if isinstance(block, StreamBlock):
        for child in value:
            yield from _faces_in(child.block, child.value)
    elif isinstance(block, ListBlock):
        people = consented(value) if isinstance(block.child_block, PersonBlock) else value
        for item in people:
            yield from _faces_in(block.child_block, item)
    elif isinstance(block, PersonBlock):
        if value["consented"] and value["photo"] is not None:
            yield value["photo"].pk
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _faces_in(child, value.get(name))
