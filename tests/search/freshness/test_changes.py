"""A change reaches the index by whatever way it is made, in the transaction that makes it, or not at all."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from search.embedded.engine import EmbeddedEngine
from search.embedded.models import Generation
from search.freshness.models import Change
from search.interface import Query
from tests.search.sample.models import Consent, School, Subject, SynonymGroup, Teacher


@pytest.fixture
def school(engine: EmbeddedEngine) -> School:
    return School.objects.create(name="Школа на Лесной", district="d1")


@pytest.fixture
def teacher(school: School) -> Teacher:
    return consented(Teacher.objects.create(name="Серова Ольга", about="шахматы", school=school))


def consented(teacher: Teacher, until: date | None = None) -> Teacher:
    Consent.objects.create(teacher=teacher, until=until)
    return teacher


def ids(engine: EmbeddedEngine, text: str = "", **filters: list[str]) -> list[int]:
    return [hit.id for hit in engine.search("teacher", Query(text, filters, literal=True)).hits]


def test_a_created_object_is_found(engine: EmbeddedEngine, teacher: Teacher) -> None:
    assert ids(engine, "шахматы") == [teacher.pk]


def test_a_saved_change_replaces_the_old_words(engine: EmbeddedEngine, teacher: Teacher) -> None:
    assert ids(engine, "шахматы") == [teacher.pk]
    teacher.about = "кружок театра"
    teacher.save()
    assert ids(engine, "театр") == [teacher.pk]
    assert ids(engine, "шахматы") == []


def test_queryset_update_is_seen(engine: EmbeddedEngine, teacher: Teacher) -> None:
    ids(engine)
    Teacher.objects.filter(pk=teacher.pk).update(about="робототехника", places=3)
    assert ids(engine, "робототехника", places=["free"]) == [teacher.pk]


def test_bulk_create_and_bulk_update_are_seen(engine: EmbeddedEngine, school: School) -> None:
    rows = Teacher.objects.bulk_create(Teacher(name=f"Иванов {n}", school=school) for n in range(30))
    Consent.objects.bulk_create(Consent(teacher=row) for row in rows)
    assert engine.search("teacher", Query("иванов")).total == 30
    for row in rows[:10]:
        row.about = "музыка"
    Teacher.objects.bulk_update(rows, ["about"])
    assert engine.search("teacher", Query("музыка")).total == 10


def test_plain_sql_is_seen(engine: EmbeddedEngine, teacher: Teacher) -> None:
    ids(engine)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE duet_search_sample_teacher SET about = 'астрономия'")
    assert ids(engine, "астрономия") == [teacher.pk]


def test_a_renamed_school_reaches_all_its_teachers(engine: EmbeddedEngine, teacher: Teacher) -> None:
    assert ids(engine, "лесная") == [teacher.pk]
    School.objects.update(name="Гимназия", district="d2")
    assert ids(engine, "гимназия", district=["d2"]) == [teacher.pk]
    assert ids(engine, "лесная") == []
    assert engine.search("teacher", Query()).facets["district"] == {"d2": 1}


def test_a_change_that_no_document_shows_is_not_even_noted(engine: EmbeddedEngine, teacher: Teacher) -> None:
    ids(engine)
    School.objects.update(phone="5-12-34")
    assert not Change.objects.exists()


def test_a_teacher_who_moves_is_found_in_the_new_school(engine: EmbeddedEngine, teacher: Teacher) -> None:
    other = School.objects.create(name="Лицей", district="d9")
    Teacher.objects.filter(pk=teacher.pk).update(school=other)
    assert ids(engine, "лицей") == [teacher.pk]


def test_subjects_added_renamed_and_removed_are_seen(engine: EmbeddedEngine, teacher: Teacher) -> None:
    subject = Subject.objects.create(name="Химия")
    teacher.subjects.add(subject)
    assert ids(engine, subject=["Химия"]) == [teacher.pk]
    Subject.objects.filter(pk=subject.pk).update(name="Физика")
    assert ids(engine, "физика", subject=["Физика"]) == [teacher.pk]
    assert [one.text for one in engine.suggest("teacher", "физ")] == ["Физика"]
    teacher.subjects.clear()
    assert ids(engine, "физика") == []
    assert engine.suggest("teacher", "физ") == ()


def test_a_withdrawn_consent_takes_the_teacher_out(engine: EmbeddedEngine, teacher: Teacher) -> None:
    assert ids(engine) == [teacher.pk]
    Consent.objects.all().delete()
    assert ids(engine) == []


def test_a_consent_that_runs_out_overnight_takes_the_teacher_out(
    engine: EmbeddedEngine, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    teacher = consented(Teacher.objects.create(name="Белых Анна", school=school), until=today)
    assert ids(engine) == [teacher.pk]
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=1))
    assert ids(engine) == []


def test_a_deleted_object_is_gone_and_its_number_used_again(engine: EmbeddedEngine, teacher: Teacher) -> None:
    ids(engine)
    Teacher.objects.filter(pk=teacher.pk).delete()
    assert ids(engine) == []
    newcomer = consented(Teacher.objects.create(name="Ким Вера", school=School.objects.get()))
    assert ids(engine) == [newcomer.pk]
    assert ids(engine, "шахматы") == []
    assert Generation.objects.get().next_number == 1


def test_a_rolled_back_change_leaves_no_ghost(engine: EmbeddedEngine, teacher: Teacher) -> None:
    assert ids(engine, "шахматы") == [teacher.pk]
    with pytest.raises(RuntimeError), transaction.atomic():
        Teacher.objects.update(about="призрак")
        # Even a search inside the transaction must leave nothing behind in the process.
        assert ids(engine, "призрак") == [teacher.pk]
        raise RuntimeError
    assert ids(engine, "призрак") == []
    assert ids(engine, "шахматы") == [teacher.pk]
    Teacher.objects.update(about="вечером")
    assert ids(engine, "вечером") == [teacher.pk]


def test_synonyms_of_the_editors_count_at_once(engine: EmbeddedEngine, teacher: Teacher) -> None:
    Teacher.objects.update(about="изобразительное искусство")
    assert ids(engine, "изо") == []
    group = SynonymGroup.objects.create(phrases="ИЗО,изобразительное искусство")
    assert ids(engine, "изо") == [teacher.pk]
    group.delete()
    assert ids(engine, "изо") == []


def test_an_object_that_cannot_be_indexed_leaves_the_search_alive(
    engine: EmbeddedEngine, teacher: Teacher, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert ids(engine, "шахматы") == [teacher.pk]
    monkeypatch.setattr("tests.search.sample.kind.document", lambda *args, **kwargs: 1 / 0)
    Teacher.objects.update(about="сбой")
    other = School.objects.create(name="Гимназия", district="d2")
    assert engine.search("teacher", Query("шахматы")).total == 0, "nobody can say whether the teacher may be found"
    assert "cannot be indexed" in caplog.text
    monkeypatch.undo()
    found = consented(Teacher.objects.create(name="Белых Анна", school=other))
    assert ids(engine, "белых") == [found.pk]
