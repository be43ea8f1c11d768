"""Every text of the site's records is cleaned on its way into the database, whatever door it comes by.

A form, an import, a script, ``bulk_create`` and ``update`` all end in the field's own ``get_db_prep_save``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.apps import apps
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Revision

from cms.texts.unseen import seen_only, seen_only_in

#: Applications of others whose texts people write; our own say so by ``is_written_by_people`` of their ``AppConfig``.
WRITTEN = frozenset({"auth", "taggit", "wagtailcore", "wagtaildocs", "wagtailimages"})

Field = models.Field[Any, Any]


def text_fields() -> Iterator[Field]:
    """The fields that hold what people write, and drafts of it; JSON with a checksum of its own is not among them."""
    for model in apps.get_models(include_auto_created=True):
        config = model._meta.app_config
        if model._meta.app_label in WRITTEN or getattr(config, "is_written_by_people", False):
            for field in model._meta.local_concrete_fields:
                if isinstance(field, (models.CharField, models.TextField, StreamField)) or _is_draft(field):
                    yield field


def _is_draft(field: Field) -> bool:
    return field.model is Revision and isinstance(field, models.JSONField)


def cleaned(field: Field, value: Any) -> Any:
    """A value of the field without unseen characters; a text of one line stays one."""
    if isinstance(value, str):
        is_long = isinstance(field, models.TextField)
        return seen_only(value, line_end="\n" if is_long else " ")
    return seen_only_in(value) if isinstance(field, models.JSONField) or isinstance(value, list) else value


def clean_on_saving(field: Field) -> None:
    """Let the field clean what it writes; other questions of the field stay as they are."""
    if isinstance(field, StreamField):
        blocks = field.get_prep_value
        field.get_prep_value = lambda value: seen_only_in(blocks(value))
        return
    stock = field.get_db_prep_save

    def get_db_prep_save(value: Any, connection: Any) -> Any:
        return stock(cleaned(field, value), connection)

    field.get_db_prep_save = get_db_prep_save  # type: ignore[method-assign]


_to_python = forms.CharField.to_python


def form_text(field: forms.CharField, value: Any) -> Any:
    """What a form says of a text is said of what will be stored; a null byte is no error."""
    text = _to_python(field, value)
    if not isinstance(text, str) or isinstance(field.widget, forms.PasswordInput):
        return text
    text = seen_only(text, line_end="\n" if isinstance(field.widget, forms.Textarea) else " ")
    return (text.strip() if field.strip else text) or field.empty_value


def register() -> None:
    """Django has no setting for this."""
    forms.CharField.to_python = form_text  # type: ignore[method-assign, assignment]
    for field in text_fields():
        clean_on_saving(field)
