"""A page belongs to the municipality in whose branch it stands."""

import pytest
from wagtail.models import Page

from cms.pages.models import HomePage, MunicipalityPage
from cms.territories.models import Municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch(municipality: Municipality) -> MunicipalityPage:
    home = HomePage.objects.get()
    page: MunicipalityPage = home.add_child(instance=MunicipalityPage(title="Ключевской район", home_of=municipality))
    return page


def test_the_home_of_a_municipality_is_its_own(branch: MunicipalityPage, municipality: Municipality) -> None:
    assert branch.municipality == municipality


def test_the_tree_stays_whole(branch: MunicipalityPage) -> None:
    assert Page.find_problems() == ([], [], [], [], [])
