"""One object that cannot be indexed: the others are, its end is seen, it is told by name and tried again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from search import health
from search.embedded import indexing
from search.embedded.engine import EmbeddedEngine
from search.freshness.models import Change, SetAside
from search.interface import Document, Query
from search.interface.errors import SearchError
from search.registry import registry
from tests.search.sample import kind
from tests.search.sample.models import Consent, School, Teacher

BAD = "Негодный"
LONG_AGO = timedelta(minutes=11)


@pytest.fixture
def teachers(engine: EmbeddedEngine) -> list[Teacher]:
    school = School.objects.create(name="Школа на Лесной", district="d1")
    made = Teacher.objects.bulk_create(Teacher(name=f"Иванов {n:03}", school=school) for n in range(40))
    Consent.objects.bulk_create(Consent(teacher=one) for one in made)
    assert engine.search("teacher", Query("иванов")).total == 40
    return made


def consented(ids: Sequence[int]) -> list[int]:
    return list(Consent.objects.filter(teacher__in=ids).values_list("teacher_id", flat=True))


def computed(ids: Sequence[int]) -> Iterator[Document]:
    """Raises before anybody asks who may be found, as a loader may."""
    for one in Teacher.objects.filter(pk__in=ids, name__startswith=BAD):
        raise ValueError(f"cannot read «{one.name}»")
    yield from kind.documents(ids)


def unwritable(ids: Sequence[int]) -> Iterator[Document]:
    """The document comes, and cannot be written."""
    for one in kind.documents(ids):
        yield replace(one, keys={**one.keys, "name": None}) if str(one.card["name"]).startswith(BAD) else one


def asking_too_much(ids: Sequence[int]) -> Iterator[Document]:
    """The database itself refuses the question, which spoils a transaction of PostgreSQL."""
    for _one in Teacher.objects.filter(pk__in=ids, name__startswith=BAD):
        with connection.cursor() as cursor:
            cursor.execute("SELECT CAST(%s AS BIGINT)", [2**70])
    yield from kind.documents(ids)


Loader = Callable[[Sequence[int]], Iterator[Document]]


def register(documents: Loader = computed, *, findable: bool = True) -> None:
    chooser = consented if findable else None
    registry.register(kind.SCHEMA, model=Teacher, documents=documents, watches=kind.WATCHES, findable=chooser)


def spoil(*teachers: Teacher) -> None:
    Teacher.objects.filter(pk__in=[one.pk for one in teachers]).update(name=BAD)


def ids(engine: EmbeddedEngine, text: str) -> list[int]:
    found = engine.search("teacher", Query(text, literal=True, page_size=100))
    return [hit.id for hit in found.hits]


@pytest.mark.parametrize("documents", [computed, unwritable, asking_too_much])
def test_the_others_are_indexed_by_whoever_comes_first(
    engine: EmbeddedEngine, teachers: list[Teacher], documents: Loader
) -> None:
    register(documents)
    Teacher.objects.update(about="астрономия")
    spoil(teachers[3], teachers[17])

    found = engine.search("teacher", Query("астрономия"))

    assert (found.total, found.stale) == (38, False)
    assert {one.object_id for one in SetAside.objects.all()} == {teachers[3].pk, teachers[17].pk}
    assert not Change.objects.exists()


def test_what_may_be_found_stays_as_it_was_until_it_may_not(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    assert teachers[3].pk in ids(engine, "иванов")

    Consent.objects.filter(teacher=teachers[3]).delete()

    assert ids(engine, "иванов") == [one.pk for one in teachers if one != teachers[3]]


@pytest.mark.parametrize("waiting", [0, 5])
def test_visibility_is_withdrawn_in_the_same_change_that_spoils(
    engine: EmbeddedEngine, teachers: list[Teacher], waiting: int
) -> None:
    """Also while very many others wait."""
    register()
    spoil(teachers[3])
    Consent.objects.filter(teacher=teachers[3]).delete()
    for _time in range(waiting):
        Change.objects.bulk_create(Change(kind="teacher", object_id=one.pk) for one in teachers)

    assert teachers[3].pk not in ids(engine, "иванов")
    assert engine.refresh()
    assert len(ids(engine, "иванов")) == 39


def test_who_cannot_be_asked_whether_it_may_be_found_is_not(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register(findable=False)
    spoil(teachers[3])
    assert len(ids(engine, "иванов")) == 39


def test_a_mended_object_is_found_with_its_next_change(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    engine.refresh()
    Teacher.objects.filter(pk=teachers[3].pk).update(name="Белых Анна")
    assert ids(engine, "белых") == [teachers[3].pk]


def test_a_mended_cause_is_noticed_by_the_next_try(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    engine.refresh()
    register(kind.documents)
    engine.refresh()
    assert ids(engine, "негодный") == [], "not before its time"

    SetAside.objects.update(next_try=timezone.now())
    engine.refresh()

    assert ids(engine, "негодный") == [teachers[3].pk]
    assert not SetAside.objects.exists()


def test_tries_become_rare_and_never_end(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    engine.refresh()
    for _time in range(6):
        SetAside.objects.update(next_try=timezone.now())
        engine.refresh()

    row = SetAside.objects.get()
    assert row.tries == 7
    assert timedelta(minutes=9) < row.next_try - timezone.now() <= timedelta(minutes=10)


def test_one_transaction_does_not_look_for_everybody_where_all_fail(
    engine: EmbeddedEngine, teachers: list[Teacher], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next ones go on: a fault of the code is nobody's own, and ends."""
    monkeypatch.setattr(indexing, "TRIES", 12)
    register()
    spoil(*teachers)
    engine.keep_up()
    assert 0 < SetAside.objects.count() < len(teachers)
    assert engine.refresh()
    assert SetAside.objects.count() == len(teachers)


def test_a_failing_database_sets_nobody_aside(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    def gone(ids: Sequence[int]) -> Iterator[Document]:
        raise OperationalError("the connection is lost")

    register(gone)
    spoil(teachers[3])
    with pytest.raises(OperationalError):
        engine.refresh()
    assert Change.objects.exists()
    assert not SetAside.objects.exists()


def test_a_rebuild_goes_on_without_it(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    assert engine.rebuild("teacher") == 39
    assert SetAside.objects.get().object_id == teachers[3].pk
    register(kind.documents)
    assert engine.rebuild("teacher") == 40
    assert not SetAside.objects.exists()


def test_a_rebuild_in_which_very_many_fail_leaves_the_index(
    engine: EmbeddedEngine, teachers: list[Teacher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.embedded.rebuilding.MOST", 10)
    register()
    spoil(*teachers)
    with pytest.raises(SearchError):
        engine.rebuild("teacher")
    assert len(ids(engine, "иванов")) == 40


def test_the_status_names_it_and_why_without_what_it_says(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    engine.refresh()
    output = StringIO()

    with pytest.raises(SystemExit):
        call_command("search_status", stdout=StringIO(), stderr=output)

    assert f"(id {teachers[3].pk}): ValueError, tests/search/freshness/test_set_aside.py:" in output.getvalue()
    assert "расходится" not in output.getvalue()
    assert not engine.status("teacher").drift
    assert BAD not in SetAside.objects.get().reason


def test_health_counts_what_was_set_aside_and_names_nobody(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    register()
    spoil(teachers[3])
    found = health.search_answers()
    assert found.health.name == "DEGRADED"
    assert "1\N{NO-BREAK SPACE}объект" in found.words
    assert BAD not in found.words


def test_health_looks_at_the_age_of_what_waits(
    engine: EmbeddedEngine, teachers: list[Teacher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_caught_up", lambda: None)  # nobody can write the index
    Teacher.objects.update(about="хор")
    assert health.search_answers().health.name == "GOOD"
    Change.objects.update(noted_at=timezone.now() - LONG_AGO)
    assert health.search_answers().health.name == "BROKEN"


def test_health_looks_at_the_size_of_what_waits(
    engine: EmbeddedEngine, teachers: list[Teacher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_caught_up", lambda: None)
    monkeypatch.setattr(health, "MANY", 39)
    Teacher.objects.update(about="хор")
    assert health.search_answers().health.name == "DEGRADED"
