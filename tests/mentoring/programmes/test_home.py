"""The work of the month stands on the homes of those who have a programme of the year."""

from datetime import date

import pytest

from cms.pages.models import HomePage
from mentoring.programmes.home import work_of_month
from tests.factories import OrganisationFactory
from tests.factories.programmes import branch_of, make_programme

pytestmark = pytest.mark.django_db


def codes(home, day):
    return [(work.start, [deed.row.code for deed in work.deeds]) for work in work_of_month(home, day)]


def test_each_start_has_its_own_work_of_the_month(municipality, other_municipality):
    make_programme(OrganisationFactory(municipality=municipality), year=2026)
    make_programme(OrganisationFactory(municipality=other_municipality), year=2026, start=11)
    region = HomePage.objects.get()
    november = date(2026, 11, 22)
    late = ("ноябрь, поздний старт", ["find", "gather"])
    assert codes(region, november) == [("сентябрь", ["walk"]), late]
    assert codes(branch_of(municipality), november) == [("сентябрь", ["walk"])]
    assert codes(branch_of(other_municipality), november) == [late]


def test_in_summer_and_without_a_programme_of_the_year_nothing_is_shown(municipality):
    make_programme(OrganisationFactory(municipality=municipality), year=2026)
    assert codes(HomePage.objects.get(), date(2027, 7, 5)) == []
    assert codes(HomePage.objects.get(), date(2027, 10, 5)) == []
