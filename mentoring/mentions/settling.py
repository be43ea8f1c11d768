"""Brings the stored texts of a thing to what may be read today: names of people without a consent are hidden in them.

What is stored is what every exit hands out: pages, feeds, files, the search, the API, copies. The whole text is kept
beside it, so that a new consent gives the name back.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_save
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import Page

from mentoring.bank.models import Mentor
from mentoring.mentions.covering import Cover, cover_of_people
from mentoring.mentions.models import CoveredText, PersonMention
from mentoring.mentions.people import PersonKey, allowed_until, key_of, people, without_end
from mentoring.mentions.querysets import Key
from mentoring.mentions.texts import copies, from_raw, origins, page_kind, raw, rows_of, text_fields

logger = logging.getLogger(__name__)

#: Things settled in the request of a withdrawal; pages beyond are hidden as a whole until the worker has settled them.
AT_ONCE = 40
#: The stored texts of a thing were changed: ``key``; sent in the transaction of the change.
texts_settled = Signal()
_LINKS = re.compile(r'<a\b(?=[^>]*\blinktype="person")(?=[^>]*\bid="(\d+)")')


def linked_people(key: Key | None) -> set[PersonKey]:
    """Everybody to whom a thing, or the page that it shows, is linked."""
    if key is None:
        return set()
    keys = [key, *_others(key, origins)]
    return set(PersonMention.objects.linked().of_things(keys).values_list("person_kind", "person_id"))


def links_in(value: Any) -> set[PersonKey]:
    """The mentors to whom links inside of a text lead."""
    text = value if isinstance(value, str) else str(value)
    kind = ContentType.objects.get_for_model(Mentor).pk
    return {(kind, int(number)) for number in _LINKS.findall(text.replace('\\"', '"'))}


def cover_for(keys: Iterable[PersonKey], on: date) -> Cover:
    """Hides those of the people who may not be named on a day."""
    persons = people(keys)
    until = allowed_until(list(persons.values()), on)
    return cover_of_people(persons[key] for key in persons if until[key] < on)


def settle(key: Key, on: date | None = None) -> None:
    """Hide and show names in all texts of a thing and of its copies; all of it or nothing."""
    today = on or timezone.localdate()
    with transaction.atomic():
        _settle_texts(key, today)
        _note_what_holds(key, today)
        for copy in _others(key, copies):
            _settle_texts(copy, today)
            texts_settled.send(None, key=copy)
        texts_settled.send(None, key=key)


def settle_all(keys: Iterable[Key]) -> int:
    """Settle each; one that fails stays hidden as a whole page, is told to the log and tried again; gives failures."""
    failures = 0
    for key in keys:
        try:
            settle(key)
        except Exception:
            failures += 1
            logger.exception("names in %s could not be settled", key)
    return failures


def _others(key: Key, ways: list[Any]) -> list[Key]:
    kind, number = key
    return [(kind, other) for way in ways for other in way(number)] if kind == page_kind() else []


def _settle_texts(key: Key, on: date) -> None:
    cover = cover_for(linked_people(key), on)
    for row in rows_of(key):
        kept = records_of(row)
        changes: dict[str, Any] = {}
        for field in text_fields(type(row)):
            stored = raw(row, field)
            whole = whole_of(stored, kept.get(field.name))
            shown = fitted(field, cover.over(whole))
            if shown != stored:
                changes[field.name] = from_raw(field, shown)
            note(row, field.name, whole, shown, kept.get(field.name))
        if changes:
            models.QuerySet(type(row)).filter(pk=row.pk).update(**changes)
            if not isinstance(row, Page):  # what keeps such rows in memory listens to saves
                post_save.send(type(row), instance=row, created=False, update_fields=frozenset(changes), raw=False)


def _note_what_holds(key: Key, on: date) -> None:
    mentions = list(PersonMention.objects.linked().of_things([key]))
    persons = people((mention.person_kind_id, mention.person_id) for mention in mentions)
    until = allowed_until(list(persons.values()), on)
    for mention in mentions:
        last = until.get((mention.person_kind_id, mention.person_id), date.max)
        holds, is_covered = without_end(last), last < on
        if (mention.holds_until, mention.is_covered) != (holds, is_covered):
            PersonMention.objects.filter(pk=mention.pk).update(holds_until=holds, is_covered=is_covered)


def records_of(row: models.Model) -> dict[str, CoveredText]:
    """What is hidden in a row, by field."""
    if row.pk is None:
        return {}
    kind = ContentType.objects.get_for_model(row)
    return {record.field: record for record in CoveredText.objects.filter(row_kind=kind, row_id=row.pk)}


def whole_of(stored: Any, record: CoveredText | None) -> Any:
    """The text as its author wrote it; what was written after the hiding counts as written."""
    return record.whole if record is not None and record.shown == stored else stored


def fitted(field: Any, shown: Any) -> Any:
    """Cut to what the column takes."""
    most = getattr(field, "max_length", None)
    return shown[:most] if most and isinstance(shown, str) else shown


def note(row: models.Model, field: str, whole: Any, shown: Any, record: CoveredText | None) -> None:
    """Keep the whole text beside the shown one; nothing is kept where nothing is hidden."""
    if whole == shown:
        if record is not None:
            record.delete()
    elif record is None or (record.whole, record.shown) != (whole, shown):
        kind = ContentType.objects.get_for_model(row)
        CoveredText.objects.update_or_create(
            row_kind=kind, row_id=row.pk, field=field, defaults={"whole": whole, "shown": shown}
        )


def person_changed(person: models.Model) -> None:
    """A consent of the person began or ended: hide pages at once, settle the first of them, leave the rest to later."""
    from mentoring.mentions.jobs import settle_person

    kind, number = key_of(person)
    mentions = PersonMention.objects.linked().filter(person_kind=kind, person_id=number)
    if not mentions.exists():
        return
    today = timezone.localdate()
    last = allowed_until([person], today)[kind, number]  # type: ignore[list-item]
    mentions.update(holds_until=without_end(last))
    keys = list(mentions.order_by("pk").values_list("kind", "thing_id"))
    settle_all(keys[:AT_ONCE])
    if len(keys) > AT_ONCE:
        settle_person.enqueue(kind, number)
