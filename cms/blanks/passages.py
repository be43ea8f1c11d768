"""The texts of an object, paragraph by paragraph: its fields, its inner parts, the files that it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Page

from cms.blanks.files import paragraphs_of_file
from cms.blanks.finding import Passage

#: The words of Wagtail's own page that visitors see.
PAGE_FIELDS = ("title", "seo_title", "search_description")
TEXTS = (models.CharField, models.TextField)


def passages_of(thing: models.Model, skip: Iterable[str] = ()) -> Iterator[Passage]:
    """Every text of an object with its place; ``skip`` names fields that may hold blanks."""
    for field in text_fields(type(thing), skip):
        yield from passages_of_value(field, getattr(thing, field.name))
    for relation in get_all_child_relations(type(thing)):
        name = str(capfirst(relation.related_model._meta.verbose_name))
        for number, part in enumerate(getattr(thing, relation.get_accessor_name()).all(), 1):
            for passage in passages_of(part):
                yield Passage(f"{name} {number}. {passage.place}", passage.text)
    yield from _files_of(thing)


def passages_of_value(field: Any, value: Any) -> Iterator[Passage]:
    """The paragraphs of one field's value, whichever kind of text it is."""
    name = str(capfirst(field.verbose_name))
    if isinstance(value, StreamValue):
        paragraphs = [text for block in value for text in block.block.get_searchable_content(block.value)]
    elif isinstance(field, RichTextField):
        paragraphs = [unescape(strip_tags(part)) for part in str(value or "").split("</p>")]
    else:
        paragraphs = str(value or "").splitlines()
    said = [text for text in paragraphs if text.strip()]
    for number, text in enumerate(said, 1):
        yield Passage(_("%(field)s, абзац %(number)d") % {"field": name, "number": number} if said[1:] else name, text)


def text_fields(model: type[models.Model], skip: Iterable[str] = ()) -> list[Any]:
    """The fields in which people write text; choices, addresses and technical words are none."""
    inherited = {field.name for field in Page._meta.fields} - set(PAGE_FIELDS) if issubclass(model, Page) else set()
    passed = {*inherited, *skip}
    return [
        field
        for field in model._meta.fields
        if field.name not in passed and field.editable and not field.choices and _is_text(field)
    ]


def _is_text(field: Any) -> bool:
    if isinstance(field, models.SlugField | models.URLField | models.EmailField):
        return False
    return isinstance(field, TEXTS) or hasattr(field, "stream_block")


def _files_of(thing: models.Model) -> Iterator[Passage]:
    documents = get_document_model()
    for field in thing._meta.fields:
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, documents):
            document = getattr(thing, field.name)
            if document is not None:
                yield from passages_of_document(document)


def passages_of_document(document: Any) -> Iterator[Passage]:
    """The paragraphs of a file, as far as it can be read."""
    for number, text in enumerate(paragraphs_of_file(document), 1):
        yield Passage(_("файл «%(file)s», абзац %(number)d") % {"file": document.title, "number": number}, text)
