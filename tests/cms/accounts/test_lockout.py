"""A password cannot be guessed by trying: neither at the site's door nor at the admin's."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from cms.accounts.lockout import forget_attempts
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

DOORS = ("/vhod/", "/admin/login/")


@pytest.fixture(autouse=True)
def guarded(settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3
    user = UserFactory(username="vera", is_superuser=True)
    user.set_password("верный-пароль-1")
    user.save()


def sign_in(door: str, password: str, name: str = "vera", address: str = "10.0.0.1"):
    return Client(REMOTE_ADDR=address).post(door, {"username": name, "password": password})


@pytest.mark.parametrize("door", DOORS)
def test_the_door_stays_shut_even_for_the_right_password(door):
    for _time in range(2):
        assert sign_in(door, "мимо").status_code == 200
    answer = sign_in(door, "мимо")
    assert answer.status_code == 429
    assert "Подождите 15\xa0минут" in answer.content.decode()

    assert sign_in(door, "верный-пароль-1").status_code == 429


def test_somebody_elsewhere_is_not_locked_out_with_the_guesser():
    for _time in range(4):
        sign_in("/vhod/", "мимо")

    assert sign_in("/vhod/", "верный-пароль-1", address="10.0.0.2").status_code == 302


def test_a_colleague_at_the_same_address_may_come_in():
    for _time in range(4):
        sign_in("/vhod/", "мимо", name="oleg")

    assert sign_in("/vhod/", "верный-пароль-1").status_code == 302


def test_a_slip_of_the_finger_is_forgotten_by_the_right_password():
    for _round in range(3):
        for _time in range(2):
            sign_in("/vhod/", "мимо")
        assert sign_in("/vhod/", "верный-пароль-1").status_code == 302


def test_the_door_opens_again_by_itself():
    for _time in range(4):
        sign_in("/vhod/", "мимо")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert sign_in("/vhod/", "верный-пароль-1").status_code == 302


def test_attempts_are_forgotten_after_a_day():
    sign_in("/vhod/", "мимо")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(days=2))

    forget_attempts()

    assert not AccessAttempt.objects.exists()
