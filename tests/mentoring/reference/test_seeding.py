import pytest

from mentoring.reference.models import Audience, Deficit, Direction, Subject
from mentoring.reference.seed import AUDIENCES, DEFICITS, DIRECTIONS, SUBJECTS
from mentoring.reference.seeding import seed_reference

pytestmark = pytest.mark.django_db


def test_a_new_site_gets_all_reference_data() -> None:
    assert seed_reference() == len(SUBJECTS) + len(DIRECTIONS) + len(AUDIENCES) + len(DEFICITS)
    assert Subject.objects.get(code="primary").name == "Начальная школа"
    assert Direction.objects.get(code="exams").name == "Подготовка к ОГЭ и ЕГЭ"
    assert Audience.objects.count() == len(AUDIENCES)


def test_every_deficit_leads_to_directions() -> None:
    seed_reference()
    assert not Deficit.objects.filter(directions=None).exists()


def test_what_the_editors_changed_stays() -> None:
    seed_reference()
    Subject.objects.filter(code="primary").update(name="Начальные классы")
    Subject.objects.filter(code="chinese").delete()
    Deficit.objects.get(code="grading").directions.clear()
    assert seed_reference() == 1
    assert Subject.objects.get(code="primary").name == "Начальные классы"
    assert not Deficit.objects.get(code="grading").directions.exists()


def test_an_entry_that_was_made_by_hand_is_not_doubled() -> None:
    Subject.objects.create(code="matematika", name="Математика")
    seed_reference()
    assert Subject.objects.filter(name="Математика").count() == 1
