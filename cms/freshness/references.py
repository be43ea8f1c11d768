"""Wagtail's index of references, «где используется»: read anew only after a save that can change it.

Wagtail reads a whole object, its blocks and children after every save; most saves of an editor's button write a
revision's number or a day.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail import signal_handlers

_stock = signal_handlers.update_reference_index_on_save


def register() -> None:
    """Ask first whether the saved fields hold references; called once at start-up."""
    if signal_handlers.update_reference_index_on_save is update_on_save:
        return
    signal_handlers.disconnect_reference_index_signal_handlers()
    signal_handlers.update_reference_index_on_save = update_on_save
    signal_handlers.connect_reference_index_signal_handlers()


def update_on_save(instance: models.Model, update_fields: Collection[str] | None = None, **kwargs: Any) -> None:
    """Wagtail's receiver, for saves that may have changed a reference."""
    if update_fields is None or any(_may_refer(type(instance), name) for name in update_fields):
        _stock(instance, update_fields=update_fields, **kwargs)


@lru_cache(maxsize=2048)
def _may_refer(model: type[models.Model], name: str) -> bool:
    """Whether a change of this field can change what the object refers to; True for what is no field of the row."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return True
    if not getattr(field, "concrete", False) or hasattr(field, "extract_references"):
        return True
    if not field.is_relation:
        return False
    ignored = (field, field.related_model)
    return not any(getattr(one, "wagtail_reference_index_ignore", False) for one in ignored)
