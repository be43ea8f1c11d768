"""The text fields of the project's models, and how a word is written into all of them past every form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction
from wagtail.fields import StreamField

APPS = ("cms", "mentoring", "bestpractices", "search", "demo")
#: Names by which the site finds things again; a page with another address is another page.
KEYS = frozenset(
    {
        "code",
        "path",
        "slug",
        "key",
        "kind",
        "purpose",
        "person_key",
        "fingerprint",
        "sha256",
        "file_hash",
        "action",
        "object_id",
    }
    | {"approved_hash", "network", "seen_sha256", "content_type", "name_key", "number_plain"}
)
#: Writes a value for a field, or nothing.
Write = Callable[[models.Field[Any, Any]], str]


def own_models() -> list[type[models.Model]]:
    """Every table of the project."""
    return [model for model in apps.get_models() if model._meta.app_label in APPS]


def text_fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """The fields that hold words of people, those that forms do not show too."""
    for field in model._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.SlugField)
        if is_text and not field.choices and field.name not in KEYS and not field.name.endswith("_path"):
            yield field


def json_fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """The fields that hold words inside a structure: blocks, words of a conversation, contents of a copy."""
    for field in model._meta.concrete_fields:
        if isinstance(field, models.JSONField | StreamField):
            yield field


def write(things: Iterable[models.Model], value: Write) -> None:
    """Fill every text field of these objects in the database, past forms, journals and signals."""
    for thing in things:
        for model in (type(thing), *type(thing)._meta.get_parent_list()):
            fields = {field.name: value(field) for field in text_fields(model) if field in model._meta.local_fields}
            filled = {name: words for name, words in fields.items() if words}
            if filled and not is_written(model, thing.pk, filled):
                for name, words in filled.items():
                    is_written(model, thing.pk, {name: words})


def is_written(model: type[models.Model], pk: Any, fields: dict[str, Any]) -> bool:
    """Write past the table's own queryset, which may refuse changes; False where the database does not take it."""
    try:
        with transaction.atomic():
            models.QuerySet(model).filter(pk=pk).update(**fields)
    except IntegrityError:
        return False
    return True


def belongings(thing: models.Model) -> Iterator[models.Model]:
    """What goes away with an object: its lists, remarks, answers, steps."""
    for relation in thing._meta.related_objects:
        owned = relation.on_delete is models.CASCADE and relation.related_model._meta.app_label in APPS
        if owned and not relation.parent_link and not relation.many_to_many:
            for part in models.QuerySet(relation.related_model).filter(**{relation.field.name: thing.pk}):
                yield part
                yield from belongings(part)
