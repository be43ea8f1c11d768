"""A page and a mentor appear and disappear at the hour that their editor chose, and the calendar tells of it before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from cms.news.models import NewsPage
from cms.planning.due import EVERY, do_what_was_planned
from cms.planning.health import what_is_planned_happens
from cms.territories.models import Municipality
from cms.work.models import LEASE
from cms.work.scheduling import enqueue_due
from cms.work.worker import Worker
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory, news, open_branch

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SignedIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def branches(municipality: Municipality, other_municipality: Municipality) -> None:
    open_branch(municipality)
    open_branch(other_municipality)


def plan(thing: Any, *, live_at: datetime | None = None, expire_at: datetime | None = None) -> Any:
    """What the form's «Задать расписание» and then «Опубликовать» do."""
    thing.go_live_at, thing.expire_at = live_at, expire_at
    thing.save_revision().publish()
    thing.refresh_from_db()
    return thing


def comes(thing: Any, *, live_at: datetime | None = None, expire_at: datetime | None = None) -> Any:
    """The thing, as it is when its planned hour has come a minute ago."""
    revision = thing.latest_revision
    if live_at:
        revision.content["go_live_at"] = live_at.isoformat()
        revision.approved_go_live_at = live_at
        revision.save()
    type(thing).objects.filter(pk=thing.pk).update(expire_at=expire_at or thing.expire_at)
    return thing


def test_whoever_does_the_background_work_does_it_within_a_minute() -> None:
    assert timedelta(minutes=1) > EVERY + LEASE / 3


def test_a_page_appears_and_disappears_by_itself(municipality: Municipality, client: Client) -> None:
    now = timezone.now()
    page = plan(news(municipality, title="Готова к девяти"), live_at=now + HOUR)
    page.unpublish()
    page = plan(page, live_at=now + HOUR)
    enqueue_due(now + HOUR)
    Worker().work_off()
    assert client.get(page.url).status_code == 404
    comes(page, live_at=now - timedelta(minutes=1))
    enqueue_due(now + 2 * HOUR)
    Worker().work_off()
    assert client.get(page.url).status_code == 200

    page.refresh_from_db()
    comes(page, expire_at=now - timedelta(minutes=1))
    enqueue_due(now + 3 * HOUR)
    Worker().work_off()
    assert client.get(page.url).status_code == 404
    page.refresh_from_db()
    assert page.expired


def test_a_mentor_does_too_and_leaves_the_search(client: Client) -> None:
    now = timezone.now()
    mentor = plan(MentorFactory(public=True, last_name="Расписнова"), expire_at=now + HOUR)
    Worker().work_off()
    assert "Расписнова" in client.get(reverse("mentor-search"), {"q": "Расписнова"}).content.decode()
    comes(mentor, expire_at=now - timedelta(minutes=1))
    do_what_was_planned()
    Worker().work_off()
    found = client.get(reverse("mentor-search"), {"q": "Расписнова"}).content.decode()
    assert "Вера Ильинична" not in found
    assert Mentor.objects.get(pk=mentor.pk).expired


def test_what_should_be_over_already_is_never_shown(municipality: Municipality) -> None:
    now = timezone.now()
    page = news(municipality)
    page.unpublish()
    page = plan(page, live_at=now + HOUR, expire_at=now + 2 * HOUR)
    revision = page.latest_revision
    revision.content["expire_at"] = (now - timedelta(minutes=1)).isoformat()
    comes(page, live_at=now - HOUR)
    revision.content["go_live_at"] = (now - HOUR).isoformat()
    revision.save()
    do_what_was_planned()
    page.refresh_from_db()
    assert not page.live
    assert page.expired


def test_a_bad_one_stops_no_other_and_is_seen(
    municipality: Municipality, monkeypatch: pytest.MonkeyPatch, superuser: User, signed_in: SignedIn
) -> None:
    now = timezone.now()
    bad, good = (plan(news(municipality, title=title), expire_at=now + HOUR) for title in ("Упрямая", "Послушная"))
    for page in (bad, good):
        comes(page, expire_at=now - HOUR)
    unpublish = NewsPage.unpublish

    def fails(page: NewsPage, *args: Any, **kwargs: Any) -> Any:
        if page.pk == bad.pk:
            raise RuntimeError("disk")
        return unpublish(page, *args, **kwargs)

    monkeypatch.setattr(NewsPage, "unpublish", fails)
    do_what_was_planned()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.live, good.live) == (True, False)
    assert "1" in what_is_planned_happens().words
    words = signed_in(superuser).get(reverse("planned")).content.decode()
    assert "Упрямая" in words
    assert "Срок прошёл" in words


def test_the_calendar_shows_ones_own_plans_alone(
    municipality: Municipality,
    other_municipality: Municipality,
    coordinator: User,
    other_coordinator: User,
    signed_in: SignedIn,
) -> None:
    at = timezone.now() + timedelta(days=2)
    plan(news(municipality, title="Наша новость"), expire_at=at)
    plan(MentorFactory(public=True, municipality=municipality, last_name="Наша-Наставница"), live_at=at)
    plan(news(other_municipality, title="Чужая новость"), live_at=at)
    ours = signed_in(coordinator).get(reverse("planned")).content.decode()
    theirs = signed_in(other_coordinator).get(reverse("planned")).content.decode()
    assert f"{date_format(timezone.localtime(at), 'j E Y')}, {date_format(timezone.localtime(at), 'l').lower()}" in ours
    assert "Наша новость" in ours
    assert "снять с сайта" in ours
    assert "Наша-Наставница" in ours
    assert "опубликовать" in ours
    assert "Чужая" not in ours
    assert "Чужая новость" in theirs
    assert "Наша" not in theirs
