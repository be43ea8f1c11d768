"""An import's surroundings: the reference tables as every installation starts, and a district with three schools."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection

from cms.territories.models import Municipality, Organisation
from mentoring.reference.seeding import seed_reference
from tests.factories import OrganisationFactory

SAMPLE = Path(__file__).parent / "samples" / "filled_table.csv"


@pytest.fixture
def reference(db: None) -> None:
    """Subjects, directions and audiences as the seed has them."""
    seed_reference()


@pytest.fixture
def site_database_of(db: None, tmp_path: Path) -> Callable[[], Path]:
    """Makes a database file of what the test has stored so far, for other processes."""
    if connection.vendor != "sqlite":
        pytest.skip("other processes get a copy of the test database, which is a file only with SQLite")

    def snapshot() -> Path:
        path = tmp_path / "site.sqlite3"
        # Not ``backup``: that waits for the end of the test's own transaction, for ever.
        path.write_bytes(connection.connection.serialize())
        return path

    return snapshot


@pytest.fixture
def site_database(site_database_of: Callable[[], Path]) -> Path:
    """A database file with the site's tables, for other processes; a snapshot of the test database."""
    return site_database_of()


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
