"""An import's surroundings: the reference tables as every installation starts, and a district with three schools."""

from pathlib import Path

import pytest

from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, Subject
from mentoring.reference.seed import AUDIENCES, DIRECTIONS, SUBJECTS
from tests.factories import OrganisationFactory

SAMPLE = Path(__file__).parent / "samples" / "filled_table.csv"


@pytest.fixture
def reference(db: None) -> None:
    """Subjects, directions and audiences as the seed has them."""
    for model, entries in ((Subject, SUBJECTS), (Direction, DIRECTIONS), (Audience, AUDIENCES)):
        for entry in entries:
            model.objects.update_or_create(code=entry.code, defaults={"name": entry.title})


@pytest.fixture
def school(municipality: Municipality) -> Organisation:
    return OrganisationFactory(
        municipality=municipality, code="school-1", short_name="МБОУ СОШ № 1", full_name="МБОУ СОШ № 1 г. Ключи"
    )


@pytest.fixture
def village_school(municipality: Municipality) -> Organisation:
    return OrganisationFactory(
        municipality=municipality,
        code="school-rakitino",
        short_name="Ракитинская школа",
        full_name="Муниципальное бюджетное учреждение «Ракитинская средняя общеобразовательная школа»",
    )


@pytest.fixture
def foreign_school(other_municipality: Municipality) -> Organisation:
    return OrganisationFactory(
        municipality=other_municipality, code="school-zarechny", short_name="МБОУ СОШ № 5", full_name="МБОУ СОШ № 5"
    )
