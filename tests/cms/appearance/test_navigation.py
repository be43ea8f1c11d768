"""The frame leads only where something stands, and to staff shows their register."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import resolve

from cms.appearance.navigation import Navigation, Place, _links, navigation
from cms.branches.building import build_region_branch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """The frame keeps its links for a minute: those of another test's site lead nowhere here."""
    cache.clear()


def _seen_by(user: User | AnonymousUser, path: str = "/") -> Navigation:
    request = RequestFactory().get(path)
    request.user = user
    return navigation(request)


def test_place_that_does_not_exist_is_not_offered() -> None:
    places = (Place("Здесь", "appearance"), Place("Нигде", "no-such-name"))
    assert [link.label for link in _links(places, RequestFactory().get("/"), is_staff=False)] == ["Здесь"]


def test_every_link_of_the_frame_leads_somewhere(superuser: User) -> None:
    seen = _seen_by(superuser)
    for link in (*seen.main, *seen.teachers, *seen.methodists):
        assert resolve(link.url)


def test_places_for_staff_are_not_offered_to_visitors() -> None:
    seen = _seen_by(AnonymousUser())
    assert "Детали и состояния" not in [link.label for link in seen.methodists]
    assert seen.account is not None
    assert seen.account.label == "Войти"


def test_staff_see_their_cabinet(superuser: User) -> None:
    account = _seen_by(superuser).account
    assert account is not None
    assert account.label == "Кабинет"


def test_signed_in_teacher_can_leave(teacher: User, signed_in: Callable[[User], Client]) -> None:
    client = signed_in(teacher)
    seen = _seen_by(teacher)
    assert seen.account is None
    assert "Выйти" in client.get("/").content.decode()
    assert client.post(seen.sign_out_url).status_code == 302
    assert "Войти" in client.get("/").content.decode()


def test_current_section_is_marked(superuser: User) -> None:
    main = _seen_by(superuser, path=_seen_by(superuser).search_url + "?q=1").main
    assert [link.is_current for link in main].count(True) == 1


def test_no_link_of_the_first_page_is_dead(client: Client, signed_in: Callable[[User], Client]) -> None:
    seen = _seen_by(AnonymousUser())
    for link in (*seen.main, *seen.teachers):
        assert client.get(link.url).status_code == 200, link.url


def test_the_sections_of_the_region_stand_in_the_menu_under_their_short_names() -> None:
    cache.clear()
    build_region_branch()
    labels = [link.label for link in _seen_by(AnonymousUser()).main]
    cache.clear()
    assert labels[0] == "Наставники"
    assert {"Практики", "Программы", "Документы", "События"} <= set(labels)


def test_a_reader_who_may_not_enter_is_not_sent_to_the_desk(teacher, coordinator, signed_in, client):
    guest, reader, staff = (
        browser.get("/nastavniki/").content.decode() for browser in (client, signed_in(teacher), signed_in(coordinator))
    )
    assert "Прислать практику" in guest
    assert "Прислать практику" not in reader
    assert "Прислать практику" in staff
    refused = signed_in(teacher).get("/admin/", follow=True).content.decode()
    assert "Такое право даёт координатор вашего муниципалитета" in refused
