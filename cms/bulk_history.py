"""Revisions and lines of the history for many things of one model: Wagtail's rows in a few statements.

Wagtail writes both one by one (``save_revision``, ``log``). Tests compare each row with Wagtail's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.log_actions import get_active_log_context
from wagtail.log_actions import registry as log_registry
from wagtail.models import Revision

BATCH = 200


def revise(things: Sequence[Any], contents: Sequence[dict[str, Any]], user: Any, at: datetime) -> list[Revision]:
    """Store one revision for each thing with this content (as ``serializable_data``); the things themselves stay.

    The caller points ``latest_revision`` to what is returned, in the order of ``things``.
    """
    if not things:
        return []
    kind = ContentType.objects.get_for_model(type(things[0]), for_concrete_model=False)
    base = things[0].get_base_content_type()
    return Revision.objects.bulk_create(
        (
            Revision(
                content_type=kind,
                base_content_type=base,
                object_id=str(thing.pk),
                created_at=at,
                user=user,
                object_str=str(thing),
                content=content,
            )
            for thing, content in zip(things, contents, strict=True)
        ),
        batch_size=BATCH,
    )


def log_all(action: str, lines: Sequence[tuple[Any, dict[str, Any]]], user: Any, at: datetime) -> None:
    """Tell the history of each thing what was done, with its data; the model's own log is written, as by ``log``.

    A municipal thing's line knows its municipality. The latest revision of a thing stands beside its line.
    """
    if not lines:
        return
    model = type(lines[0][0])
    log_model: Any = log_registry.get_log_model_for_model(model)
    kind = ContentType.objects.get_for_model(model, for_concrete_model=False)
    places = dict(_places(model, [thing.pk for thing, _data in lines])) if _has_place(log_model) else None
    context = get_active_log_context()
    log_model.objects.bulk_create(
        (
            log_model(
                content_type=kind,
                object_id=str(thing.pk),
                label=log_model.objects.get_instance_title(thing),
                action=action,
                user=user or context.user,
                timestamp=at,
                uuid=context.uuid,
                content_changed=True,
                revision=thing.latest_revision,
                data=data,
                **({} if places is None else {"municipality_id": places.get(thing.pk)}),
            )
            for thing, data in lines
        ),
        batch_size=BATCH,
    )


def _has_place(log_model: type[models.Model]) -> bool:
    return any(field.name == "municipality" for field in log_model._meta.fields)


def _places(model: Any, keys: Sequence[Any]) -> Iterator[tuple[Any, int | None]]:
    """The municipality of each thing by its key, a query for a batch."""
    for start in range(0, len(keys), BATCH):
        near = model._default_manager.filter(pk__in=keys[start : start + BATCH])
        yield from near.values_list("pk", model.territory_path)
