"""The texts in which people are named: of every page with its parts, and of what else visitors read.

A thing is named by its content type and number; all pages share one type. Rooms above add what they keep of a page
outside of it, and what is a copy of what (``parts``, ``copies``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.choice_list import ChoiceListField
from cms.glossary.models import GlossaryTerm
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.mentions.querysets import Key
from mentoring.programmes.models import ProgrammePage

#: The words of Wagtail's own page that visitors read; the title of a draft is the editors'.
PAGE_FIELDS = frozenset({"title", "seo_title", "search_description"})
#: Names, codes and keys are no prose.
_NO_PROSE = frozenset({"code", "kind", "number_plain", "name_key", "blanks_reason", "file_hash"})
#: The own name of a mentor is the entry's, which its own rule shows or hides; so is the curator's on a programme.
_OWN_NAMES: dict[type[models.Model], frozenset[str]] = {
    Mentor: frozenset({"last_name", "first_name", "patronymic", "phone"}),
    ProgrammePage: frozenset({"curator_name", "curator_phone"}),
}

#: Uploaded files: their titles are read, and their words (``file_texts``).
FILES: tuple[type[models.Model], ...] = (get_document_model(), get_image_model())

#: Rows outside of a page that hold its words: number of the page → rows.
parts: list[Callable[[int], Iterable[models.Model]]] = []
#: The page of such a row, by its model.
owners: dict[type[models.Model], Callable[[Any], int]] = {}
#: Pages that show another page's words (numbers): of a page, and the other way.
copies: list[Callable[[int], Iterable[int]]] = []
origins: list[Callable[[int], Iterable[int]]] = []


#: What else than pages visitors read, and what shows its texts through a cover of its own (its names are decided about
#: like all others, what is stored stays as it is); rooms above add theirs at start-up.
plain: list[type[models.Model]] = []
covered_when_shown: list[type[models.Model]] = []


def plain_things() -> tuple[type[models.Model], ...]:
    """What else than pages visitors read."""
    return Mentor, Organisation, GlossaryTerm, *FILES, *plain


def page_kind() -> int:
    """The content type under which all pages are named."""
    return ContentType.objects.get_for_model(Page).pk


def key_of_row(row: models.Model) -> Key | None:
    """The thing that a row belongs to; None for what holds no public text."""
    model = type(row)
    if isinstance(row, Page):
        return (page_kind(), row.pk) if row.pk else None
    if model in owners:
        return page_kind(), owners[model](row)
    if model in plain_things():
        return (ContentType.objects.get_for_model(model).pk, row.pk) if row.pk else None
    parent = parent_field(model)
    above = getattr(row, parent.name, None) if parent is not None and getattr(row, parent.attname) else None
    return key_of_row(above) if above is not None else None


@cache
def parent_field(model: type[models.Model]) -> Any:
    """The key by which a part belongs to its parent."""
    return next((field for field in model._meta.get_fields() if isinstance(field, ParentalKey)), None)


@cache
def holds_texts(model: type[models.Model]) -> bool:
    """Whether rows of the model may name people to visitors."""
    return bool(text_fields(model)) and (model in owners or holds_owner(model))


def holds_owner(model: type[models.Model]) -> bool:
    """Whether parts of this model's things are read by visitors."""
    if issubclass(model, Page) or model in plain_things():
        return True
    parent = parent_field(model)
    return parent is not None and holds_owner(parent.related_model)


@cache
def text_fields(model: type[models.Model]) -> tuple[Any, ...]:
    """The fields of a row in which people write prose."""
    fields = [field for field in model._meta.concrete_fields if _is_prose(field)]
    return tuple(field for field in fields if field.name not in _OWN_NAMES.get(model, frozenset()))


def _is_prose(field: Any) -> bool:
    if field.model is Page:
        return field.name in PAGE_FIELDS
    if isinstance(field, ChoiceListField | models.SlugField | models.URLField | models.EmailField):
        return False
    if getattr(field, "choices", None) or field.name in _NO_PROSE or field.name.endswith(("sha256", "hash", "_path")):
        return False
    return isinstance(field, models.CharField | models.TextField | models.JSONField | StreamField)


def rows_of(key: Key) -> Iterator[models.Model]:
    """Every stored row of a thing: itself, its parts, and what rooms keep of it elsewhere."""
    kind, number = key
    model = ContentType.objects.get_for_id(kind).model_class()
    if model is None:
        return
    thing = model._default_manager.filter(pk=number).first()
    if thing is None:
        return
    if isinstance(thing, Page):
        thing = thing.specific
    yield from _with_parts(thing)
    if kind == page_kind():
        for more in parts:
            yield from more(number)


def _with_parts(row: models.Model) -> Iterator[models.Model]:
    if holds_texts(type(row)):
        yield row
    for relation in get_all_child_relations(type(row)):
        stored = relation.related_model._default_manager.filter(**{relation.field.name: row.pk})
        for part in stored:
            yield from _with_parts(part)


def raw(row: models.Model, field: Any) -> Any:
    """The value of a field as plain strings, lists and mappings."""
    value = getattr(row, field.attname)
    if isinstance(field, StreamField):
        stream = value if isinstance(value, StreamValue) else field.to_python(value)
        return json.loads(json.dumps(field.get_prep_value(stream) or [], cls=DjangoJSONEncoder))
    if isinstance(field, models.JSONField):
        return json.loads(json.dumps(value, cls=field.encoder))
    return value or ""


def from_raw(field: Any, value: Any) -> Any:
    """The value as the field takes it."""
    return field.to_python(json.dumps(value)) if isinstance(field, StreamField) else value


def label_of(row: models.Model, field: Any) -> str:
    """«Подпись», «Задача: итог»."""
    name = str(capfirst(field.verbose_name))
    inside = not isinstance(row, Page) and type(row) not in plain_things()
    return f"{capfirst(row._meta.verbose_name)}: {field.verbose_name}" if inside else name


def models_with_texts() -> list[type[models.Model]]:
    """Every model whose rows are read."""
    return [model for model in apps.get_models() if holds_texts(model)]
