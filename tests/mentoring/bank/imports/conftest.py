"""An import's surroundings: the reference tables as every installation starts, and a district with three schools."""

from pathlib import Path

import pytest

from cms.territories.models import Municipality, Organisation
from mentoring.reference.seeding import seed_reference
from tests.factories import OrganisationFactory

SAMPLE = Path(__file__).parent / "samples" / "filled_table.csv"


@pytest.fixture
def reference(db: None) -> None:
    """Subjects, directions and audiences as the seed has them."""
    seed_reference()


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
