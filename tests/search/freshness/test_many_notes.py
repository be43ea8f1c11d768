"""While many changes of others wait, a request does its own and a small share, and shows nobody who must be gone."""

import time

import pytest
from django.db import connection, transaction

from search.embedded import draining, rows
from search.embedded.engine import EmbeddedEngine
from search.embedded.locking import IndexBusy
from search.engines import get_engine
from search.freshness import notes
from search.freshness.models import Change
from search.interface import Query
from search.registry import registry
from tests.search.sample.models import Consent, School, Subject, Teacher


@pytest.fixture
def teachers(engine: EmbeddedEngine) -> list[Teacher]:
    school = School.objects.create(name="Школа на Лесной", district="d1")
    made = Teacher.objects.bulk_create(Teacher(name=f"Иванов {n:03}", school=school) for n in range(130))
    Consent.objects.bulk_create(Consent(teacher=one) for one in made)
    engine.refresh()
    assert engine.search("teacher", Query("иванов")).total == 130
    return made


def wait_for_others(teachers: list[Teacher], times: int = 1) -> None:
    """Notes of everybody, as a file of the whole bank leaves them."""
    for _time in range(times):
        Change.objects.bulk_create(Change(kind="teacher", object_id=one.pk) for one in teachers)


def test_a_request_works_off_a_small_share_and_the_background_the_rest(
    engine: EmbeddedEngine, teachers: list[Teacher]
) -> None:
    wait_for_others(teachers)

    assert engine.search("teacher", Query("иванов")).stale
    assert not engine.keep_up()
    assert Change.objects.count() == len(teachers) - 2 * draining.SHARE

    assert engine.refresh()
    assert not engine.search("teacher", Query("иванов")).stale


def test_a_few_changes_are_all_in_the_next_answer(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    Teacher.objects.filter(pk__in=[one.pk for one in teachers[: draining.SMALL]]).update(about="музыка")

    found = engine.search("teacher", Query("музыка"))

    assert (found.total, found.stale) == (draining.SMALL, False)


def test_ones_own_save_comes_before_what_others_wait_for(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    wait_for_others(teachers)
    teachers[7].about = "астрономия"
    teachers[7].save()

    engine.keep_up(list(registry.named_by(teachers[7])))  # what the signals hand on after the commit

    assert [hit.id for hit in engine.search("teacher", Query("астрономия")).hits] == [teachers[7].pk]


@pytest.mark.parametrize("end", ["consent", "object"])
def test_whoever_must_be_gone_is_gone_however_many_wait_before_and_after(
    engine: EmbeddedEngine, teachers: list[Teacher], end: str
) -> None:
    wait_for_others(teachers)
    first = Query("иванов", sort="name")
    gone = [hit.id for hit in engine.search("teacher", first).hits][:5]
    Consent.objects.filter(teacher_id__in=gone).delete()
    if end == "object":
        Teacher.objects.filter(pk__in=gone).delete()
    wait_for_others([one for one in teachers if one.pk not in gone], times=3)

    found = engine.search("teacher", first)

    assert not {hit.id for hit in found.hits} & set(gone)
    assert len(found.hits) == first.page_size
    assert found.total == 125


def test_nobody_is_shown_who_must_be_gone_while_another_writes_the_index(
    engine: EmbeddedEngine, teachers: list[Teacher], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Query("иванов", sort="name")
    gone = engine.search("teacher", first).hits[0].id
    wait_for_others(teachers)
    Consent.objects.filter(teacher_id=gone).delete()

    def busy(wait: float) -> None:
        raise IndexBusy

    monkeypatch.setattr(draining, "write_lock", busy)
    found = engine.search("teacher", first)

    assert gone not in [hit.id for hit in found.hits]
    assert found.total == 129


def test_the_background_takes_those_first_who_must_be_gone(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    wait_for_others(teachers)
    Consent.objects.filter(teacher=teachers[-1]).delete()
    wait_for_others(teachers[:120])

    draining.withdraw(1.0)

    assert not rows.fetch("SELECT 1 FROM duet_search_storeddocument WHERE object_id = %s", [teachers[-1].pk])
    assert Change.objects.count() > 100


def test_a_transaction_notes_an_object_once(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    subjects = [Subject.objects.create(name=f"Предмет {n}") for n in range(5)]
    engine.refresh()
    with transaction.atomic():
        teachers[0].about = "хор"
        teachers[0].save()
        through = Teacher.subjects.through
        through._base_manager.bulk_create(through(teacher_id=teachers[0].pk, subject_id=one.pk) for one in subjects)
        Teacher.objects.filter(pk=teachers[0].pk).update(places=2)
    if connection.vendor == "sqlite":
        assert Change.objects.filter(kind="teacher", object_id=teachers[0].pk).count() == 1
    assert notes.waiting("teacher") == {teachers[0].pk}


def test_a_request_after_very_many_notes_is_quick(engine: EmbeddedEngine, teachers: list[Teacher]) -> None:
    wait_for_others(teachers, times=230)
    engine.search("teacher", Query("иванов"))
    began = time.perf_counter()
    engine.search("teacher", Query("иванов"))
    assert time.perf_counter() - began < 0.5, "with 30,000 notes of others; some 20 ms on an idle machine"
    assert get_engine() is engine
