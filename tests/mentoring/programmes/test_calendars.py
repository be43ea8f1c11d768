"""The calendar feed: readable by a calendar, stable, and asked for cheaply."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return make_programme(year=2026)


def feed(programme):
    return Client().get(f"{programme.url}kalendar/")


def test_the_feed_holds_every_line_of_the_year_as_whole_days(programme):
    response = feed(programme)
    assert response["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(response.content).walk("VEVENT")
    assert len(events) == 7
    walk = next(event for event in events if event["uid"].endswith("walk"))
    assert walk["dtstart"].dt == date(2026, 10, 1)
    assert walk["dtend"].dt == date(2027, 5, 1)  # the day after the last, as calendars want it
    assert "маршрут" in walk["summary"]


def uids(response):
    return [str(event["uid"]) for event in Calendar.from_ical(response.content).walk("VEVENT")]


def test_a_late_start_moves_the_lines_that_a_calendar_has_already(programme):
    before = feed(programme)
    programme.start = 11
    programme.save_revision().publish()
    after = feed(programme)
    assert len(set(uids(before))) == 7
    assert uids(after)[:4] == uids(before)[:4]
    assert before["ETag"] != after["ETag"]


def test_who_has_the_calendar_already_is_not_sent_it_again(programme):
    etag = feed(programme)["ETag"]
    again = Client().get(f"{programme.url}kalendar/", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""


def test_a_draft_has_no_calendar(programme):
    address = f"{programme.url}kalendar/"
    programme.unpublish()
    assert Client().get(address).status_code == 404
