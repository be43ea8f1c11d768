"""«Циклограмма года» says to everybody what is due in each month, and leads on."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone
from icalendar import Calendar

from mentoring.programmes.cyclogram import cyclogram
from mentoring.programmes.enums import StartMonth
from mentoring.programmes.year import starts, year_to_show
from mentoring.school_years import SchoolYear, school_year_of
from tests.factories import OrganisationFactory, event, open_branch
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db
YEAR = SchoolYear(2026)


def month(name: str, today: date = date(2026, 11, 28)):
    usual, _late = starts(YEAR, today)
    return next(one for one in usual.months if one.name == name)


def test_every_month_of_the_year_says_what_begins_and_what_goes_on():
    october = month("Октябрь 2026")
    assert [deed.row.code for deed in october.begins] == ["assign", "plan", "route", "walk"]
    assert [deed.row.code for deed in october.goes_on] == ["gather"]
    assert [deed.row.code for deed in month("Апрель 2027").goes_on] == ["walk"]
    usual, late = starts(YEAR, date(2026, 11, 28))
    assert [one.name for one in usual.months if one.is_now] == ["Ноябрь 2026"]
    assert all(one.begins or one.goes_on for one in usual.months)
    assert [deed.row.code for deed in late.deeds][-1] == "adopt"


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 9, 1), 2026), (date(2027, 6, 30), 2026), (date(2027, 7, 1), 2027)]
)
def test_in_the_holidays_the_coming_year_is_shown(today, first):
    assert year_to_show(today) == SchoolYear(first)


def test_an_event_stands_in_its_month_by_the_clock_of_the_place(municipality):
    open_branch(municipality)
    first_hour = timezone.make_aware(datetime(2026, 12, 1, 0, 30))
    event(municipality, title="Круглый стол", starts_at=first_hour)
    event(municipality, title="Черновик", starts_at=first_hour, live=False)
    for number in range(8):
        event(municipality, title=f"Вебинар {number}", starts_at=timezone.make_aware(datetime(2026, 10, 9, 15)))
    assert [item.title for item in month("Декабрь 2026").events] == ["Круглый стол"]
    assert month("Ноябрь 2026").events == ()
    assert (len(month("Октябрь 2026").events), month("Октябрь 2026").more_events) == (6, 2)


def test_the_page_is_in_the_footer_the_sitemap_and_the_panel_of_the_home(client, municipality):
    home = open_branch(municipality)
    today = timezone.localdate()
    make_programme(OrganisationFactory(municipality=municipality), year=school_year_of(today).start)
    answer = client.get("/ciklogramma/")
    assert answer.status_code == 200
    text = answer.content.decode()
    for deed in cyclogram(year_to_show(today), StartMonth.SEPTEMBER):
        assert str(deed.row.activity) in text and str(deed.row.result) in text
    assert '<a href="/ciklogramma/">Циклограмма года</a>' in text
    assert "<loc>http://testserver/ciklogramma/</loc>" in client.get("/sitemap.xml").content.decode()
    if "Сроки в" in (page := client.get(home.url).content.decode()):  # not in the holidays
        assert 'href="/ciklogramma/">Циклограмма</a>' in page


def test_the_calendar_is_the_same_bytes_until_the_year_ends(client):
    first = client.get("/ciklogramma/9.ics")
    assert client.get("/ciklogramma/9.ics").content == first.content
    calendar = Calendar.from_ical(first.content)
    deeds = cyclogram(year_to_show(timezone.localdate()), StartMonth.SEPTEMBER)
    assert [str(it["summary"]) for it in calendar.walk("VEVENT")] == [str(deed.row.activity) for deed in deeds]
    assert client.get("/ciklogramma/9.ics", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert client.get("/ciklogramma/7.ics").status_code == 404
