"""The strip and the footer name the centre, before and after a region is entered."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from cms.appearance.centre import current_centre
from cms.territories.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_before_a_region_is_entered_the_name_is_neutral() -> None:
    assert current_centre().name == "Региональный наставнический центр"


def test_page_names_the_centre_its_founder_and_address(client: Client) -> None:
    Region.objects.create(
        code="north", name="Северореченская область", name_genitive="Северореченской области",
        centre_name="Центр Северореченской области", founder="министерство образования", address="ул. Учительская, 14",
    )  # fmt: skip
    page = client.get("/").content.decode()
    for words in ("Центр Северореченской области", "министерство образования", "ул. Учительская, 14"):
        assert words in page


def test_second_page_asks_the_database_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    current_centre()
    with django_assert_num_queries(0):
        current_centre()
