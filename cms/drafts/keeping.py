"""Keeps, finds and forgets the drafts of forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from cms.drafts.differences import CHOICE, THEIRS, settled
from cms.drafts.models import MOST, FormDraft, FormDraftQuerySet
from cms.drafts.tokens import FIELD, LABELS, FormToken, Owner

#: Characters of all names and values together.
LONGEST = 1_000_000
#: Fields that carry the form and hold no words.
MACHINERY = frozenset({FIELD, LABELS, "csrfmiddlewaretoken"})


class TooLong(Exception):
    """A draft that is longer than the site keeps."""


def typed_in(data: QueryDict, token: FormToken) -> list[list[str]]:
    """The names and values of a sent form: of two texts the chosen one; no passwords, nothing of the machinery."""
    return clean_fields(([name, value] for name, values in settled(data).lists() for value in values), token)


def clean_fields(pairs: Iterable[Any], token: FormToken) -> list[list[str]]:
    """Pairs of strings that may be kept; raises ``TooLong``, and ``ValueError`` for what is no pair of strings."""
    kept, length = [], 0
    for pair in pairs:
        if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(isinstance(it, str) for it in pair):
            raise ValueError("not a pair of strings")
        name, value = pair
        if name in MACHINERY or name in token.secrets or name.startswith((CHOICE, THEIRS)) or "password" in name:
            continue
        value = value.replace("\0", "").encode("utf-8", "replace").decode()  # lone surrogates fit no database
        length += len(name) + len(value)
        if length > LONGEST:
            raise TooLong
        kept.append([name, value])
    return kept


def short_labels(told: dict[Any, Any]) -> dict[str, str]:
    """What fields are called, as far as the site keeps it."""
    return {str(name)[:200]: str(words)[:200] for name, words in list(told.items())[:500]}


def keep(
    token: FormToken, fields: list[list[str]], labels: dict[str, str] | None = None, *, interrupted: bool = False
) -> FormDraft | None:
    """Keep what was typed for its owner; None where the site does not know whose it is."""
    if not token.owner.is_known:
        return None
    values: dict[str, Any] = {
        "fields": fields,
        "token": token.sealed(),
        "is_interrupted": interrupted,
        "saved_at": timezone.now(),
    }
    if labels:
        values["labels"] = labels
    with transaction.atomic():
        draft, _created = FormDraft.objects.update_or_create(**_key(token), defaults=values)
        _forget_the_oldest(token.owner)
    return draft


def forget(token: FormToken) -> None:
    """The form was saved, or its writer wants no draft."""
    if token.owner.is_known:
        FormDraft.objects.filter(**_key(token)).delete()


def drafts_on(owner: Owner, page: str) -> list[FormDraft]:
    """The drafts of somebody for the forms of one page."""
    if not owner.is_known:
        return []
    return list(_of(owner).filter(page=page))


def _of(owner: Owner) -> FormDraftQuerySet:
    mine: dict[str, Any] = {"user_id": owner.user_id, "link_id": owner.link_id}
    return FormDraft.objects.filter(**mine)


def _key(token: FormToken) -> dict[str, Any]:
    owner = token.owner
    return {"user_id": owner.user_id, "link_id": owner.link_id, "page": token.page[:500], "form": token.form}


def _forget_the_oldest(owner: Owner) -> None:
    mine = _of(owner).order_by("-saved_at")
    if extra := list(mine.values_list("pk", flat=True)[MOST:]):
        FormDraft.objects.filter(pk__in=extra).delete()
