import pytest

from tests.factories import OrganisationFactory


@pytest.fixture
def school(municipality):
    """A school of the coordinator's municipality."""
    return OrganisationFactory(municipality=municipality, short_name="Ракитинская школа", code="rakitino")


@pytest.fixture
def foreign_school(other_municipality):
    """A school of the other municipality."""
    return OrganisationFactory(municipality=other_municipality, short_name="Заречная школа", code="zarechnaya")
