"""The process that saves indexes its change as soon as it is committed, so that the next search need not."""

import pytest

from search.embedded.engine import EmbeddedEngine
from search.freshness.models import Change
from search.interface import Query
from tests.search.sample.models import Consent, School, Teacher


@pytest.mark.usefixtures("engine")
def test_notes_are_worked_off_once_after_the_commit(
    engine: EmbeddedEngine, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as callbacks:  # type: ignore[operator]
        school = School.objects.create(name="Школа", district="d1")
        teacher = Teacher.objects.create(name="Серова Ольга", school=school)
        Consent.objects.create(teacher=teacher)
        assert Change.objects.exists()
    assert len(callbacks) == 1
    assert not Change.objects.exists()
    assert engine.search("teacher", Query("серова")).total == 1
