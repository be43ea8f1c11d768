"""The number of database queries does not grow with the bank (T21)."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from search.engines import get_engine
from search.mentors.documents import documents
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS

QUERIES = ["", "q=математика&district=klyuchi", "q=математека&size=48", "sort=name&page=2", "q=щщщъъъ&district=ozerki"]


def _numbers(client: Client) -> list[int]:
    numbers = []
    get_engine().refresh()  # type: ignore[attr-defined]
    for query in QUERIES:
        client.get(f"{ADDRESS}?{query}")  # words, index and posting lists are at hand afterwards
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(f"{ADDRESS}?{query}")
        numbers.append(len(captured))
    return numbers


def test_page(region: Region, client: Client) -> None:
    region.mentor("Первая")
    with_one = _numbers(client)
    for number in range(49):
        region.mentor(f"Наставница{number}", "lipovets-1" if number % 2 else "klyuchi-2")
    assert _numbers(client) == with_one
    _clone(450)
    get_engine().refresh()  # type: ignore[attr-defined]
    assert "500\u00a0наставников" in client.get(ADDRESS).content.decode()
    assert _numbers(client) == with_one
    assert max(with_one) <= 4


def test_documents(region: Region) -> None:
    numbers = []
    for size in (1, 20, 40):  # a few are read with joins, many with their lists apart
        for number in range(size):
            region.mentor(f"Наставница{size}-{number}", audiences="young student", directions="exams")
        ids = list(Mentor.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as captured:
            assert len(list(documents(ids))) == len(ids)
        numbers.append(len(captured))
    assert numbers[1] == numbers[2]
    assert numbers[0] <= numbers[1] <= 11


def _clone(copies: int) -> None:
    """More public mentors in bulk: the rows of the first one, its subjects and its consents."""
    pattern = Mentor.objects.earliest("pk")
    subjects, consents = list(pattern.subjects.all()), list(pattern.consents.all())
    rows = Mentor.objects.bulk_create(
        _copy(pattern, guid=uuid4(), last_name=f"Копиева{number}") for number in range(copies)
    )
    link = Mentor.subjects.through
    link.objects.bulk_create(link(mentor_id=row.pk, subject_id=subject.pk) for row in rows for subject in subjects)
    MentorConsent.objects.bulk_create(_copy(consent, mentor_id=row.pk) for row in rows for consent in consents)


def _copy(row: Any, **changes: Any) -> Any:
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**fields | {"id": None} | changes)
