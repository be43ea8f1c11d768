"""News and events: what readers see, in which order, and what they never see."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from cms.news.models import EventPage, NewsIndexPage, NewsPage
from cms.news.words import when_words
from tests.factories import event, news, open_branch

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def branches(municipality, other_municipality):
    open_branch(municipality)
    open_branch(other_municipality)


def at(*numbers: int) -> datetime:
    return timezone.make_aware(datetime(*numbers))


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (at(2026, 11, 25, 15), None, "25 ноября, среда, 15:00"),
        (at(2026, 11, 25, 15), at(2026, 11, 25, 16, 30), "25 ноября, среда, 15:00–16:30"),
        (at(2027, 2, 3, 10), None, "3 февраля 2027 года, среда, 10:00"),
        (at(2026, 12, 1, 10), at(2026, 12, 3, 17), "1 декабря, вторник, 10:00 – 3 декабря, 17:00"),
    ],
)
def test_the_time_of_an_event_is_said_in_words(begin, end, expected):
    assert when_words(begin, end, NOW).replace("\xa0", " ") == expected


def test_an_event_needs_a_place_or_a_link_and_an_end_after_its_beginning():
    start = timezone.now()
    with pytest.raises(ValidationError) as error:
        EventPage(title="Вебинар", slug="v", starts_at=start, ends_at=start - timedelta(hours=1)).clean()
    assert "ends_at" in error.value.message_dict
    with pytest.raises(ValidationError) as error:
        EventPage(title="Вебинар", slug="v", starts_at=start).clean()
    assert "место или ссылку" in str(error.value)
    EventPage(title="Вебинар", slug="v", starts_at=start, video_url="https://example.org/").clean()


def test_the_section_of_a_municipality_shows_its_own_the_regions_shows_all(client, municipality, other_municipality):
    news(municipality, title="Своя новость", day=date(2026, 11, 1))
    news(other_municipality, title="Соседская новость")
    event(municipality, title="Своё событие")
    own = client.get(NewsIndexPage.objects.get(municipality=municipality).url).content.decode()
    region = client.get(NewsIndexPage.objects.get(municipality=None).url).content.decode()

    assert "Своя новость" in own
    assert "Своё событие" in own
    assert "Соседская" not in own
    assert "Своя новость" in region
    assert "Соседская новость" in region
    assert other_municipality.name in region


def test_events_are_divided_by_the_clock(client, municipality):
    event(municipality, title="Идёт сейчас", starts_at=timezone.now() - timedelta(hours=1), ends_at=_in(1))
    event(municipality, title="Давно прошло", starts_at=_in(-48))
    address = NewsIndexPage.objects.get(municipality=municipality).url

    coming = client.get(address, {"vid": "budet"}).content.decode()
    past = client.get(address, {"vid": "bylo"}).content.decode()

    assert "Идёт сейчас" in coming
    assert "Давно прошло" not in coming
    assert "Давно прошло" in past
    assert "Идёт сейчас" not in past


def _in(hours: int) -> datetime:
    return timezone.now() + timedelta(hours=hours)


@pytest.mark.parametrize("query", ["?vid=нет", "?page=0", "?page=999999", "?page=%00", "?vid=budet&page=abc"])
def test_odd_addresses_show_the_first_page(client, municipality, query):
    news(municipality, title="Новость на месте")
    assert client.get(NewsIndexPage.objects.get(municipality=municipality).url + query).status_code == 200


def test_drafts_private_and_expired_pages_are_nowhere(client, municipality):
    news(municipality, title="Канарейка-черновик", live=False)
    event(municipality, title="Канарейка-черновик", live=False)
    hidden = news(municipality, title="Канарейка-закрыто")
    hidden.view_restrictions.create(restriction_type="login")
    news(municipality, title="Канарейка-истекло", expire_at=timezone.now() - timedelta(minutes=1))
    news(municipality, title="Видно")
    home = municipality.home_page.url
    index = NewsIndexPage.objects.get(municipality=municipality).url

    for address in (
        "/",
        "/lenta/",
        "/sitemap.xml",
        home,
        f"{home}lenta/",
        index,
        f"{index}lenta/",
        f"{index}kalendar.ics",
    ):
        body = client.get(address).content.decode()
        assert "Канарейка" not in body, address
        assert hidden.slug not in body, address
    assert "Видно" in client.get(f"{index}lenta/").content.decode()


def test_the_calendar_of_an_event_can_be_read_by_a_calendar(client, municipality):
    page = event(municipality, title="Круглый стол", starts_at=at(2026, 11, 25, 15), ends_at=at(2026, 11, 25, 16))
    found = Calendar.from_ical(client.get(f"{page.url}kalendar/").content).events

    assert [str(one["SUMMARY"]) for one in found] == ["Круглый стол"]
    assert found[0]["DTSTART"].dt == at(2026, 11, 25, 15)
    assert str(found[0]["LOCATION"]) == "Лицей № 4"


def test_the_pages_say_what_they_are_to_machines(client, municipality):
    page = event(municipality, title="Вебинар </script>", video_url="https://example.org/v", place="")
    body = client.get(page.url).content.decode()
    assert '"@type": "Event"' in body
    assert "OnlineEventAttendanceMode" in body
    assert "Вебинар </script>" not in body
    assert '"@type": "NewsArticle"' in client.get(news(municipality).url).content.decode()


def test_an_event_that_is_over_offers_no_way_in(client, municipality):
    page = event(municipality, starts_at=_in(-48), video_url="https://example.org/v", registration_url="https://e.org/")
    body = client.get(page.url).content.decode()
    assert "Событие прошло" in body
    assert "Войти во встречу" not in body
    assert "Записаться" not in body


def test_the_cost_of_the_section_does_not_grow(client, municipality, other_municipality):
    address = NewsIndexPage.objects.get(municipality=None).url

    def cost() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    news(municipality), event(municipality)
    before = cost()
    for place in (municipality, other_municipality, None):
        for _number in range(3):
            news(place), event(place)
    assert cost() <= before + 1  # a second page brings its count


def test_a_cover_needs_words(municipality):
    with pytest.raises(ValidationError, match="Опишите картинку"):
        NewsPage(title="Новость", slug="n", cover_id=1).clean()
