"""Fills the flat tables from the product's: public mentors only, with the texts that visitors may read."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection, models
from wagtail.search.backends import get_search_backend

from benchmarks.models import Choice, Entry
from mentoring.bank.models import Mentor
from search.embedded.keys import alphabetical
from search.embedded.models import Generation, StoredDocument
from search.embedded.rows import batches
from search.mentors.schema import KIND

BATCH = 20_000
LINKS = (("subjects", "subject_id"), ("directions", "direction_id"), ("audiences", "audience_id"))


def fill(today: date) -> None:
    """Copy every mentor that visitors may find on the day."""
    choices: dict[tuple[str, str], int] = {}
    mentors = Mentor.objects.public(today).with_places().select_related("organisation").order_by("pk")
    for batch in batches(mentors.iterator(chunk_size=BATCH), BATCH):
        texts = _texts([mentor.pk for mentor in batch])
        Entry.objects.bulk_create([_entry(mentor, texts[mentor.pk]) for mentor in batch], batch_size=500)
        for field in ("forms", "meetings"):
            _link(Entry, field, ((m.pk, _choice(choices, field, code)) for m in batch for code in getattr(m, field)))
    for field, column in LINKS:
        _copy_links(field, column)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def index_for_wagtail() -> None:
    """Build the index of Wagtail's search, as `update_index` does."""
    index = get_search_backend().get_index_for_model(Entry)
    for batch in batches(Entry.objects.order_by("pk").iterator(chunk_size=BATCH), BATCH):
        index.add_items(Entry, batch)


def _texts(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    live = StoredDocument.objects.filter(generation__kind=KIND, generation__state=Generation.State.LIVE)
    generation = live.values_list("generation_id", flat=True).first()
    texts: dict[int, dict[str, Any]] = {}
    for part in batches(ids):
        rows = StoredDocument.objects.filter(generation_id=generation, object_id__in=part)
        texts.update((pk, json.loads(card)) for pk, card in rows.values_list("object_id", "card"))
    return texts


def _entry(mentor: Any, card: dict[str, Any]) -> Entry:
    return Entry(
        pk=mentor.pk,
        title=f"{card['name']}. {card['subjects']}. {mentor.position}",
        body=f"{card['place']}. {card['takes']}. {card['about']}. {card['story']}",
        district_id=mentor.organisation.municipality_id,
        organisation_id=mentor.organisation_id,
        category=mentor.category,
        experience=mentor.experience_band,
        has_place=mentor.free > 0,
        confirmed=mentor.confirmed_on,
        name=alphabetical(mentor.full_name),
    )


def _choice(choices: dict[tuple[str, str], int], facet: str, code: str) -> int:
    if (facet, code) not in choices:
        choices[facet, code] = Choice.objects.create(facet=facet, code=code).pk
    return choices[facet, code]


def _link(model: type[models.Model], field: str, pairs: Iterable[tuple[int, int]]) -> None:
    table = getattr(model, field).through._meta.db_table
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} (entry_id, choice_id) VALUES (%s, %s)", list(pairs))


def _copy_links(field: str, column: str) -> None:
    source = getattr(Mentor, field).through._meta.db_table
    target = getattr(Entry, field).through._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {target} (entry_id, {column}) SELECT mentor_id, {column} FROM {source} "
            f"WHERE mentor_id IN (SELECT id FROM {Entry._meta.db_table})"
        )
