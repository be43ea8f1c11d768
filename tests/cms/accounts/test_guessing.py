"""Guesses that are spread over names or addresses end too, and a school behind one address is not shut out by them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

PASSWORD = "верный-пароль-1"
SCHOOL = "10.20.30.40"


@pytest.fixture(autouse=True)
def guarded(settings):
    settings.AXES_ENABLED = True


def person(name: str):
    user = UserFactory(username=name)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(name: str, password: str = PASSWORD, address: str = SCHOOL, door: str = "/vhod/") -> int:
    return Client(REMOTE_ADDR=address).post(door, {"username": name, "password": password}).status_code


@pytest.mark.parametrize("door", ["/vhod/", "/admin/login/"])
def test_one_password_against_sixty_names_ends(door):
    person("uchitel-59")
    answers = [sign_in(f"uchitel-{number}", "Осень2026!", door=door) for number in range(60)]
    assert answers[0] == 200
    assert answers.count(429) >= 39
    assert sign_in("uchitel-59", door=door) == 429, "not even where the guess is right"


def test_one_password_against_sixty_names_from_one_ipv6_network_ends():
    answers = [sign_in(f"uchitel-{number}", "Осень2026!", f"2001:db8:1:2::{number:x}") for number in range(60)]
    assert answers.count(429) >= 39
    person("drugoy")
    assert sign_in("drugoy", address="2001:db8:1:3::1") == 302, "another subscriber"


@pytest.mark.parametrize("network", ["10.7.7.{}", "2001:db8:5:6:{}::1"])
def test_thirty_addresses_of_one_network_against_one_name_end(network):
    person("vera")
    answers = [sign_in("vera", f"мимо-{number}", network.format(number + 1)) for number in range(30)]
    assert answers.count(429) >= 9
    assert sign_in("vera", address=network.format(77)) == 429
    assert sign_in("vera", address="192.0.2.1") == 302, "the person is elsewhere"


def test_an_address_dressed_as_ipv6_is_the_same_address():
    person("vera")
    for number in range(10):
        sign_in("vera", "мимо", "10.0.0.1" if number % 2 else "::ffff:10.0.0.1")
    assert sign_in("vera", address="10.0.0.1") == 429


def test_one_name_from_the_whole_world_ends_but_not_where_the_person_is_known():
    person("vera")
    assert sign_in("vera", address="192.0.2.1") == 302
    answers = [sign_in("vera", "мимо", f"10.{number}.0.1") for number in range(60)]
    assert answers[-1] == 429
    assert sign_in("vera", address="10.200.0.1") == 429
    assert sign_in("vera", address="192.0.2.1") == 302


def test_thirty_teachers_of_a_school_come_in():
    for number in range(30):
        person(f"uchitel-{number}")
    assert [sign_in(f"uchitel-{number}") for number in range(30)] == [302] * 30


def test_thirty_teachers_come_in_after_a_slip_of_the_finger_each():
    for number in range(30):
        person(f"uchitel-{number}")
        assert sign_in(f"uchitel-{number}", "мимо") == 200
        assert sign_in(f"uchitel-{number}") == 302


def test_a_guesser_in_the_school_does_not_shut_out_those_who_work_there():
    for number in range(30):
        person(f"uchitel-{number}")
        sign_in(f"uchitel-{number}")
    answers = [sign_in(f"chuzhoy-{number}", "Осень2026!") for number in range(60)]
    assert answers[-1] == 429
    assert [sign_in(f"uchitel-{number}") for number in range(30)] == [302] * 30
