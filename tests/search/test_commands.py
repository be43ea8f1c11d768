"""`search_status` and `rebuild_search`, as an operator uses them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.embedded.engine import EmbeddedEngine
from search.embedded.models import Generation, Posting, StoredDocument
from search.interface import Query
from tests.search.sample.kind import document
from tests.search.sample.models import Consent, School, Teacher


@pytest.fixture
def teachers(engine: EmbeddedEngine) -> list[Teacher]:
    school = School.objects.create(name="Школа", district="d1")
    rows = Teacher.objects.bulk_create(Teacher(name=f"Серова {n}", school=school) for n in range(3))
    Consent.objects.bulk_create(Consent(teacher=row) for row in rows)
    engine.refresh()
    return rows


def status() -> tuple[int, str]:
    output = StringIO()
    try:
        call_command("search_status", stdout=output, stderr=output)
    except SystemExit as stop:
        return int(str(stop.code)), output.getvalue()
    return 0, output.getvalue()


def test_a_sound_index_is_said_to_be_sound(teachers: list[Teacher]) -> None:
    code, text = status()
    assert code == 0
    assert "teacher: 3 документа" in text
    assert "Расхождений нет" in text


def test_missing_extra_and_different_documents_are_named_and_mended(
    engine: EmbeddedEngine, teachers: list[Teacher]
) -> None:
    engine.remove("teacher", [teachers[0].pk])
    engine.put("teacher", [document(teachers[1].pk, "Подмена"), document(999, "Призрак")])
    code, text = status()
    assert code == 1
    assert f"нет в индексе: 1 (id {teachers[0].pk})" in text
    assert "лишние в индексе: 1 (id 999)" in text
    assert f"отличаются: 1 (id {teachers[1].pk})" in text
    call_command("rebuild_search", stdout=StringIO())
    assert status()[0] == 0


def test_changes_that_wait_are_no_drift(teachers: list[Teacher]) -> None:
    Teacher.objects.update(about="новое")
    code, text = status()
    assert code == 0
    assert "ждут индексации: 3" in text


def test_an_index_of_another_schema_is_reported(teachers: list[Teacher]) -> None:
    Generation.objects.update(fingerprint="old")
    code, text = status()
    assert code == 1
    assert "другого описания" in text


def test_a_rebuild_shows_its_progress_and_leaves_one_generation(
    engine: EmbeddedEngine, teachers: list[Teacher]
) -> None:
    output = StringIO()
    engine.search("teacher", Query())
    call_command("rebuild_search", "teacher", stdout=output)
    assert "3 из 3" in output.getvalue()
    assert "3 документа" in output.getvalue()
    generation = Generation.objects.get()
    assert not Posting.objects.exclude(generation=generation).exists()
    assert not StoredDocument.objects.exclude(generation=generation).exists()
    assert engine.search("teacher", Query("серова")).total == 3


def test_an_unknown_kind_is_refused_by_name(engine: EmbeddedEngine) -> None:
    with pytest.raises(CommandError, match="нет раздела «nobody»"):
        call_command("rebuild_search", "nobody")
