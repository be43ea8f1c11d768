"""The region in the database: whole, public as the site counts it, and loaded once."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import transaction

from cms.accounts.demo_guard import demo_accounts_exist
from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.territories.models import Municipality, Organisation
from demo.accounts import ACCOUNTS, PASSWORD
from demo.load.region import ForeignDataError, load_region
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair
from mentoring.reference.models import Subject
from tests.factories import MunicipalityFactory
from tests.mentoring.demo.conftest import TODAY

#: Far above what it takes, far below what a row at a time would take.
MOST_SECONDS = 60


@pytest.fixture(scope="module")
def region(django_db_setup: None, django_db_blocker: Any) -> Iterator[float]:
    """The loaded region for the whole module; gives the processor seconds that loading took."""
    with django_db_blocker.unblock(), transaction.atomic():
        started = time.process_time()
        assert load_region(TODAY) is True
        yield time.process_time() - started
        transaction.set_rollback(True)


def test_everything_arrives_in_bulk(region: float) -> None:
    assert region < MOST_SECONDS
    assert Municipality.objects.count() == 33
    assert Organisation.objects.count() == 334
    assert Organisation.objects.filter(tags__code="tochka-rosta").count() == 195
    assert Mentor.objects.count() == 5401
    assert Pair.objects.count() == 2800


def test_a_natural_share_of_the_bank_is_public(region: float) -> None:
    public = Mentor.objects.public(TODAY)
    assert 4600 < public.count() < 5100
    assert not public.filter(is_minor=True).exists()


def test_rows_pass_the_checks_of_the_forms(region: float) -> None:
    for mentor in Mentor.objects.order_by("pk")[::180]:
        try:
            mentor.full_clean()
        except ValidationError as error:
            pytest.fail(f"{mentor}: {error}")


def test_many_to_many_tables_are_filled(region: float) -> None:
    assert not Mentor.objects.filter(directions=None).exists()
    assert not Mentor.objects.filter(audiences=None).exists()
    assert Subject.objects.filter(mentors__isnull=False).distinct().count() == Subject.objects.count()


def test_some_places_are_free_and_some_are_not(region: float) -> None:
    free = set(Mentor.objects.with_places().values_list("free", flat=True))
    assert free >= {0, 1, 2, 3}


def test_a_second_load_changes_nothing(region: float) -> None:
    last = Mentor.objects.latest("pk")
    Mentor.objects.filter(pk=last.pk).update(about="Моя правка.")
    assert load_region(TODAY) is False
    assert Mentor.objects.count() == 5401
    assert Mentor.objects.get(pk=last.pk).about == "Моя правка."


def test_one_account_for_each_role_signs_in(region: float) -> None:
    assert set(Appointment.objects.values_list("role", flat=True)) == set(Role.values)
    for account in ACCOUNTS:
        assert authenticate(username=account.email.partition("@")[0], password=PASSWORD), account.email
    assert demo_accounts_exist()


def test_the_neighbour_coordinates_another_municipality(region: float) -> None:
    coordinators = Appointment.objects.filter(role=Role.COORDINATOR)
    assert len(set(coordinators.values_list("municipality__code", flat=True))) == 2


@pytest.mark.django_db
def test_the_invented_region_is_not_mixed_into_real_data() -> None:
    MunicipalityFactory()
    with pytest.raises(ForeignDataError):
        load_region(TODAY)
    assert Municipality.objects.count() == 1
