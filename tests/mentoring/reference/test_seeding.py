import pytest

from mentoring.pairs.enums import PairModel
from mentoring.reference.models import Audience, Deficit, Direction, SchoolDocument, Subject, WorkFormat
from mentoring.reference.seed import AUDIENCES, DEFICITS, DIRECTIONS, SUBJECTS
from mentoring.reference.seeding import seed_reference
from mentoring.reference.work_seed import SCHOOL_DOCUMENTS, WORK_FORMATS

pytestmark = pytest.mark.django_db


def test_a_new_site_gets_all_reference_data() -> None:
    tables = (SUBJECTS, DIRECTIONS, AUDIENCES, DEFICITS, WORK_FORMATS, SCHOOL_DOCUMENTS)
    assert seed_reference() == sum(len(table) for table in tables)
    assert Subject.objects.get(code="primary").name == "Начальная школа"
    assert Direction.objects.get(code="exams").name == "Подготовка к ОГЭ и ЕГЭ"
    assert Audience.objects.count() == len(AUDIENCES)


def test_each_form_of_pairs_has_its_formats_and_documents() -> None:
    seed_reference()
    for model in (WorkFormat, SchoolDocument):
        entries = list(model.objects.all())
        for form in PairModel:
            assert sum(form in entry.pair_models for entry in entries) >= 7, (model, form)


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
