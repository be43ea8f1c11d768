"""Forms and service pages are found by what people call them; editors keep the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.appearance.centre import CACHE_KEY
from cms.pages.models import ContentPage, HomePage
from search.bets.matching import bets, places
from search.bets.models import BestBet
from search.site.vocabulary import page_words
from tests.factories import RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    bets.forget()
    page_words.forget()
    cache.delete(CACHE_KEY)
    yield
    bets.forget()
    cache.delete(CACHE_KEY)


def titles(text: str) -> list[str]:
    return [place.title for place in places(text)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("как стать наставником", "Стать наставником"),
        ("Стану наставником!", "Стать наставником"),
        ("хочу быть наставником", "Стать наставником"),
        ("стать наставником в Ключевском районе", "Стать наставником"),
        ("заявка в наставники", "Стать наставником"),
        ("найти наставника", "Найти наставника"),
        ("банк наставников", "Найти наставника"),
        ("контакты", "Контакты центра"),
        ("КОНТАКТ", "Контакты центра"),
        ("телефон центра", "Контакты центра"),
        ("где находится центр", "Контакты центра"),
        ("политика персональных данных", "Персональные данные"),
        ("политику конфиденциальности", "Персональные данные"),
        ("как отозвать согласие", "Персональные данные"),
        ("версия для слабовидящих", "Доступность сайта"),
        ("личный кабинет", "Вход для сотрудников"),
        ("забыли пароль", "Вход для сотрудников"),
    ],
)
def test_a_place_is_found_by_what_people_call_it(typed: str, title: str) -> None:
    assert titles(typed)[:1] == [title]


@pytest.mark.parametrize(
    "typed", ["математика", "наставник", "стать", "", "№", "адрес школы и телефон завуча в Озерках"]
)
def test_other_questions_lead_to_no_place(typed: str) -> None:
    assert titles(typed) == []


def test_the_page_shows_it_first_with_the_way_there(client: Client) -> None:
    RegionFactory(address="Северореченск, ул. Учительская, 14", phone="8 (000) 000-00-00")
    html = client.get("/poisk/", {"q": "контакты"}).content.decode()
    assert 'href="/#kontakty"' in html
    assert "ул. Учительская, 14" in html
    html = client.get("/poisk/", {"q": "как стать наставником"}).content.decode()
    assert f'href="{reverse("mentor-offer")}"' in html
    assert client.get(reverse("mentor-offer")).status_code == 200


def test_what_visitors_may_not_see_is_not_shown() -> None:
    page = ContentPage.objects.get(slug="dostupnost")
    assert titles("слабовидящим") == ["Доступность сайта"]
    page.unpublish()
    assert titles("слабовидящим") == []
    hidden = HomePage.objects.get().add_child(instance=ContentPage(title="Тайна", live=False))
    BestBet.objects.create(text="жар-птица", title="Птица", page=hidden)
    assert titles("жар птица") == []


def test_editors_of_the_region_keep_the_table(
    superuser: User, coordinator: User, signed_in: Callable[[Any], Client]
) -> None:
    keeper, address = UserFactory(role="regional_centre"), reverse("wagtailsnippets_duet_search_bestbet:add")
    form = {
        "text": "жар-птица\nгде перо",
        "title": "Перо",
        "note": "",
        "page": "",
        "address": "/nastavniki/",
        "is_active": "on",
    }
    assert signed_in(coordinator).get(address).status_code in {302, 403}
    assert signed_in(keeper).post(address, form).status_code == 302
    assert titles("жар-птицу") == ["Перо"]
    wrong = signed_in(keeper).post(address, {**form, "address": "/nigde/"})
    assert "на сайте ничего нет" in wrong.content.decode()


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "", "address": "/nastavniki/"},
        {"text": "…", "address": "/nastavniki/"},
        {"text": "перо\nПЕРО", "address": "/nastavniki/"},
        {"text": "перо", "address": ""},
        {"text": "перо", "address": "https://example.org/"},
        {"text": "перо", "address": "//example.org/"},
        {"text": "перо", "address": "javascript:alert(1)"},
        {"text": "перо", "address": "/nigde/"},
    ],
)
def test_a_bet_that_cannot_work_is_refused_in_words(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        BestBet(title="Перо", **fields).full_clean()
