"""Blocks of a page that two windows have changed: what is asked, and what the answer sends.

A rendered form does not hold its blocks, a script builds them; so they are read from the revisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.http import QueryDict
from django.utils.text import capfirst
from wagtail.fields import StreamField
from wagtail.models import RevisionMixin

from cms.drafts.block_values import sent_by, words_of
from cms.drafts.differences import CHOICE, THEIRS, Difference
from cms.drafts.tokens import FormToken

#: What Wagtail's form says of the revision that it was loaded from, and of the one that it has kept itself.
LOADED, LOADED_AT, KEPT = "loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id"


def block_differences(token: FormToken, posted: QueryDict, files: Any) -> list[Difference]:
    """The fields of blocks that were changed since this form was loaded, and that would be overwritten."""
    thing = thing_of(token)
    latest = getattr(thing, "latest_revision", None)
    if latest is None:
        return []
    seen = thing.revisions.filter(pk=_number(posted.get(KEPT) or posted.get(LOADED))).first()
    # A window that keeps itself writes its own revision over: how that one was when it was loaded is not known.
    before = seen.as_object() if seen is not None and seen.pk != latest.pk else None
    theirs = latest.as_object()
    return [
        difference
        for field in _streams_in(type(thing), posted)
        if (difference := _changed(field, posted, files, theirs, before, latest.pk)) is not None
    ]


def seen_now(token: FormToken, posted: QueryDict) -> QueryDict:
    """The form as if it had been loaded after the other window had saved: what both say was shown."""
    latest = getattr(thing_of(token), "latest_revision", None)
    data = posted.copy()
    if latest is not None and token.is_autosaved:
        data[LOADED], data[LOADED_AT] = str(latest.pk), latest.created_at.isoformat()
        data.pop(KEPT, None)
    return data


def with_chosen_blocks(token: FormToken, posted: QueryDict) -> QueryDict:
    """The form with the other's blocks where they were chosen; they come from the revision that was shown."""
    data = posted.copy()
    fields = list(_streams_in(model_of(token), posted))
    thing = thing_of(token) if fields else None
    for field in fields:
        chosen, shown = data.pop(CHOICE + field.name, [""])[-1], data.pop(THEIRS + field.name, [""])[-1]
        revision = thing.revisions.filter(pk=_number(shown)).first() if thing and chosen == "theirs" else None
        if revision is None:
            continue
        for name in [name for name in data if name.startswith(f"{field.name}-")]:
            del data[name]
        value = field.value_from_object(revision.as_object())
        for name, sent in sent_by(field.stream_block, value, field.name).items():
            data.setlist(name, sent if isinstance(sent, list) else [str(sent)])
    return data


def thing_of(token: FormToken) -> Any:
    """The object that the form is about, as it is stored now; None for none."""
    model = model_of(token)
    return None if token.thing is None or model is None else model._base_manager.filter(pk=token.thing[1]).first()


def model_of(token: FormToken) -> type[Model] | None:
    """The kind of object that the form is about; None for none."""
    return None if token.thing is None else apps.get_model(token.thing[0])


def _streams_in(model: Any, posted: QueryDict) -> Iterator[StreamField]:
    for field in model._meta.concrete_fields if model is not None and issubclass(model, RevisionMixin) else ():
        if isinstance(field, StreamField) and f"{field.name}-count" in posted:
            yield field


def _changed(
    field: StreamField, posted: QueryDict, files: Any, theirs: Any, before: Any, revision: int
) -> Difference | None:
    block = field.stream_block
    stored = field.value_from_object(theirs)
    known = field.value_from_object(before) if before is not None else None
    if known is not None and block.get_prep_value(known) == block.get_prep_value(stored):
        return None
    try:
        said, mine = words_of(block, stored), words_of(block, block.value_from_datadict(posted, files, field.name))
    except (KeyError, ValueError):
        return None  # a torn form: the view refuses it
    if said == mine:
        return None
    return Difference(
        name=field.name,
        label=capfirst(str(field.verbose_name)),
        theirs=said,
        yours=mine,
        their_values=(str(revision),),
        is_touched=known is None or mine != words_of(block, known),
        is_long=False,
    )


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0
