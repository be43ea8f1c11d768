"""Other programs read every kind of records: what is public, by codes, since a moment, and what is gone meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from bestpractices.republication.actions import OwnWords, TakeCopy
from cms.branches.building import build_region_branch, region_home
from cms.freshness.version import renew
from cms.open_data.comparing import compare, look_again
from cms.open_data.models import OpenDataLook, OpenRecord
from cms.open_data.resources import resources
from cms.territories.models import Municipality
from mentoring.bank.models import Mentor
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.programmes.models import ProgrammeIndexPage
from tests import factories
from tests.factories import practices as making
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db

Ask = Callable[..., Any]
KINDS = ("practices", "acts", "duets", "programmes", "organisations", "mentors", "copies")


class Records:
    """One public thing of each kind, made when it is asked for; the mentor and the act are there at once."""

    def __init__(self, municipality: Municipality, methodist: User, centre: User) -> None:
        self.municipality, self.methodist, self.centre = municipality, methodist, centre
        self.home = factories.open_branch(municipality)
        self.mentor: Any = factories.MentorFactory(public=True, municipality=municipality, last_name="Канарейкина")
        self.act = make_act(home=self.home)

    @cached_property
    def organisation(self) -> Any:
        return factories.OrganisationFactory(municipality=self.municipality)

    @cached_property
    def programme(self) -> Any:
        return make_programme(self.organisation)

    @cached_property
    def duet(self) -> Any:
        return factories.DuetProjectFactory(municipality=self.municipality, published=True).page

    @cached_property
    def practice(self) -> Any:
        practice = making.practice_published(self.municipality, self.methodist)
        making.co_author(practice, self.mentor)
        return practice

    @cached_property
    def copy(self) -> Any:
        build_region_branch()
        section = ProgrammeIndexPage.objects.child_of(region_home()).get()
        copy = TakeCopy(self.programme, section, OwnWords("У нас", "", date(2026, 11, 1)), self.centre).execute()
        copy.save_revision(user=self.centre).publish()
        return copy

    @cached_property
    def by_kind(self) -> dict[str, Any]:
        return {
            "practices": self.practice, "acts": self.act, "duets": self.duet, "programmes": self.programme,
            "organisations": self.organisation, "mentors": self.mentor, "copies": self.copy,
        }  # fmt: skip


def copied(records: Records, page: Any) -> Any:
    """The page taken into the region's branch."""
    build_region_branch()
    section = type(page.get_parent().specific).objects.child_of(region_home()).get()
    copy = TakeCopy(page, section, OwnWords("У нас", "", date(2026, 11, 1)), records.centre).execute()
    copy.save_revision(user=records.centre).publish()
    return copy


@pytest.fixture
def records(municipality: Municipality, methodist: User, regional_centre: User) -> Records:
    return Records(municipality, methodist, regional_centre)


def numbers(answer: Any) -> set[int]:
    return {one["id"] for one in answer["items"]}


def test_every_kind_has_a_list_and_single_records(records: Records, ask: Ask, client: Client) -> None:
    assert {one.name for one in resources} == set(KINDS) == records.by_kind.keys()
    for kind in KINDS:
        listed = ask(kind, limit=20)["items"]
        item = next(one for one in listed if one["id"] == records.by_kind[kind].pk)
        resource = resources[kind]
        resource.schema.model_validate(item)
        assert list(item.keys() - resource.schema.model_fields.keys()) == []
        path = item["api_url"].partition("/api/v1/")[2]
        assert ask(path) == item
        assert item["url"].startswith("http")
        assert client.get(re.sub(r"^https?://[^/]+", "", item["url"])).status_code in {200, 302}, kind
        assert item["updated"]


def test_values_come_as_codes_with_their_words(records: Records, ask: Ask) -> None:
    practice = ask(f"practices/{records.practice.pk}")
    assert practice["level"] == {"code": "organisation", "title": "Организация"}
    assert practice["licence"]["url"].startswith("https://creativecommons.org/")
    assert practice["organisation"]["code"] == records.practice.organisation.code
    act = ask(f"acts/{records.act.pk}")
    assert (act["kind"]["title"], act["state"]["code"]) == ("Приказ", "in_force")
    mentor = ask(f"mentors/{records.mentor.pk}")
    assert mentor["codes"]["freshness"]["code"] == "green"
    assert mentor["municipality"]["code"] == records.mentor.organisation.municipality.code
    duet = ask(f"duets/{records.duet.pk}")
    assert [one["voice"]["code"] for one in duet["speakers"]] == ["mentor", "mentee"]
    assert duet["questions"][0]["mentor"]


def test_a_copy_says_where_it_comes_from(records: Records, ask: Ask) -> None:
    copy = ask(f"copies/{records.copy.pk}")
    assert copy["source"]["title"] == records.programme.title
    assert copy["source"]["url"] == records.programme.full_url
    assert next(hand["holder"] for hand in copy["way"]) == records.organisation.short_name
    assert len(copy["way"]) == 3
    assert records.copy.pk not in numbers(ask("programmes"))


def test_who_withdraws_a_consent_is_read_by_nobody_at_once(records: Records, client: Client, ask: Ask) -> None:
    assert records.by_kind
    assert "Канарейкина" in str(ask(f"practices/{records.practice.pk}")["authors"])
    assert "Канарейкина" in str(ask("mentors", limit=100))
    MentorConsent.objects.filter(mentor=records.mentor).delete()
    MenteeConsent.objects.all().delete()
    for kind in KINDS:
        said = [client.get(f"/api/v1/{kind}"), client.get(f"/api/v1/{kind}/{records.by_kind[kind].pk}")]
        assert not any("Канарейкин" in one.content.decode() for one in said), kind
    assert client.get(f"/api/v1/mentors/{records.mentor.pk}").status_code == 404
    assert client.get(f"/api/v1/duets/{records.duet.pk}").status_code == 404
    assert ask("duets")["items"] == []


def test_what_visitors_may_not_read_programs_do_not_read(records: Records, client: Client, ask: Ask) -> None:
    assert records.by_kind
    PageViewRestriction.objects.create(page=records.act.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    Page.objects.filter(pk=records.programme.pk).update(live=False)
    Page.objects.filter(pk=records.practice.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    type(records.organisation).objects.filter(pk=records.organisation.pk).update(is_active=False)
    for kind in ("acts", "programmes", "practices", "organisations"):
        thing = records.by_kind[kind]
        assert thing.pk not in numbers(ask(kind)), kind
        response = client.get(f"/api/v1/{kind}/{thing.pk}")
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_words_that_one_of_two_has_not_approved_are_not_read(records: Records, client: Client, ask: Ask) -> None:
    assert records.duet.pk in numbers(ask("duets"))
    records.duet.project.speakers.update(approved_hash="another")
    assert ask("duets")["items"] == []
    assert client.get(f"/api/v1/duets/{records.duet.pk}").status_code == 404


def test_a_partner_hears_what_changed_and_whom_to_drop(records: Records, ask: Ask) -> None:
    assert records.practice
    assert compare() == []
    before = ask("mentors", limit=100)
    assert records.mentor.pk in numbers(before)
    assert ask("mentors", changed_since=before["as_of"])["items"] == []

    MentorConsent.objects.filter(mentor=records.mentor).update(withdrawn_on=timezone.localdate())
    Page.objects.filter(pk=records.act.pk).update(title="Другое название")
    changes = compare()
    assert {(one.kind, one.is_gone) for one in changes} == {("mentors", True), ("acts", False), ("practices", False)}
    after = ask("mentors", changed_since=before["as_of"])
    assert [one["id"] for one in after["gone"]] == [records.mentor.pk]
    assert "Канарейкин" not in str(after)
    assert [one["title"] for one in ask("acts", changed_since=before["as_of"])["items"]] == ["Другое название"]
    assert ask("acts", changed_since=after["as_of"])["items"] == []

    MentorConsent.objects.filter(mentor=records.mentor).update(withdrawn_on=None)
    compare()
    back = ask("mentors", changed_since=after["as_of"])
    assert (numbers(back), back["gone"]) == ({records.mentor.pk}, [])


def test_whoever_went_before_the_next_look_is_gone_for_a_reader_already(records: Records, ask: Ask) -> None:
    compare()
    MentorConsent.objects.filter(mentor=records.mentor).delete()
    answer = ask("mentors", changed_since="2020-01-01")
    assert records.mentor.pk in {one["id"] for one in answer["gone"]}
    assert "Канарейкин" not in str(answer)


def test_nothing_is_compared_while_nothing_changes(records: Records) -> None:
    look_again()
    renew()
    OpenDataLook.objects.update(took=0)
    first = OpenDataLook.objects.get().looked_at
    look_again()
    OpenDataLook.objects.update(took=1000)
    again = OpenDataLook.objects.get().looked_at
    look_again()
    assert first <= again == OpenDataLook.objects.get().looked_at


def test_portions_lead_through_all_once(records: Records, ask: Ask) -> None:
    for number in range(7):
        factories.MentorFactory(public=True, last_name=f"Наставникова{number}")
    compare()
    everybody = {one["id"] for one in ask("mentors", limit=100)["items"]}
    assert everybody == set(Mentor.objects.public(timezone.localdate()).values_list("pk", flat=True))
    for start in ({"limit": 3}, {"limit": 3, "changed_since": "2001-01-01"}):
        found: list[int] = []
        answer = ask("mentors", **start)
        while True:
            found += [one["id"] for one in answer["items"]]
            if not answer["links"]["next"]:
                break
            answer = ask(answer["links"]["next"])
        assert sorted(found) == sorted(everybody), start


def test_a_municipality_may_be_asked_for(records: Records, municipality: Municipality, ask: Ask) -> None:
    other = factories.MentorFactory(public=True)
    compare()
    asked = ask("mentors", municipality=municipality.code)
    assert records.mentor.pk in numbers(asked) and other.pk not in numbers(asked)
    changed = ask("mentors", municipality=municipality.code, changed_since="2001-01-01")
    assert records.mentor.pk in numbers(changed) and other.pk not in numbers(changed)
    assert other.pk in {one["id"] for one in changed["gone"]}


def test_fields_may_be_chosen(records: Records, ask: Ask) -> None:
    assert ask("acts", fields="title,number")["items"][0].keys() == {"id", "title", "number"}
    assert ask(f"acts/{records.act.pk}", fields="url").keys() == {"id", "url"}
    assert ask("mentors", fields="name")["items"][0].keys() == {"id", "name"}
    assert ask("pages", fields="title")["items"][0].keys() == {"id", "title"}


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("changed_since=вчера", "changed_since", "2026-09-01T12:00:00+03:00"),
        ("changed_since=0001-01-01T00:00:00%2B03:00", "changed_since", "от 2000 до 2100"),
        ("changed_since=", "changed_since", "ISO 8601"),
        ("changed_since=2026-13-45", "changed_since", "ISO 8601"),
        ("limit=0", "limit", "от 1 до 100"),
        ("limit=101", "limit", "от 1 до 100"),
        ("limit=%D9%A1", "limit", "от 1 до 100"),
        ("cursor=%00", "cursor", "links.next"),
        ("cursor=99999999999999999999", "cursor", "links.next"),
        ("cursor=2026-01-01T00:00:00Z~1", "cursor", "links.next"),
        ("municipality=atlantis", "municipality", "нет"),
        ("municipality=%00", "municipality", "нет"),
        ("fields=title,password", "fields", "title"),
        ("fields=", "fields", "Поля через запятую"),
        ("sort=name", "sort", "Такого параметра нет."),
    ],
)
def test_a_wrong_selection_is_named_in_words(client: Client, query: str, parameter: str, words: str) -> None:
    for kind in ("acts", "practices"):
        response = client.get(f"/api/v1/{kind}?{query}")
        assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
        errors = response.json()["errors"]
        assert [one["parameter"] for one in errors] == [parameter]
        assert words in errors[0]["message"]


def test_moments_are_read_as_people_write_them(records: Records, ask: Ask) -> None:
    compare()
    for said in ("2001-01-01", "2001-01-01T00:00:00", "2001-01-01T00:00:00Z", "2001-01-01T00:00:00 03:00"):
        assert ask("acts", changed_since=said)["items"], said


def test_a_longer_list_asks_no_more_questions(
    records: Records, municipality: Municipality, methodist: User, ask: Ask
) -> None:
    def queries(kind: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            ask(kind, limit=50)
        return len(asked)

    kinds = KINDS
    assert records.by_kind
    taken = [copied(records, page) for page in (records.practice, records.duet)]
    assert {page.pk for page in taken} < numbers(ask("copies"))
    for kind in kinds:
        ask(kind, limit=50)
    before = {kind: queries(kind) for kind in kinds}
    home = records.home
    for number in range(2):
        practice = making.practice_published(municipality, methodist, title=f"Практика {number}")
        making.co_author(practice, records.mentor)
        make_act(f"{number}-п", home=home)
        make_programme(factories.OrganisationFactory(municipality=municipality))
        factories.MentorFactory(public=True, municipality=municipality)
        factories.DuetProjectFactory(published=True)
        duet = factories.DuetProjectFactory(municipality=municipality, published=True, month=date(2025, number + 1, 1))
        for page in (practice, duet.page):
            copied(records, page)
    assert {kind: queries(kind) for kind in kinds} == before


def test_before_migrate_records_are_read_all_the_same(
    records: Records, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cms.open_data.reading.stands", lambda table: False)
    assert records.act.pk in numbers(ask("acts"))
    assert ask("acts", changed_since="2001-01-01")["as_of"] is None


def test_the_ledger_keeps_no_word_of_anybody(records: Records) -> None:
    compare()
    assert "Канарейкин" not in str(list(OpenRecord.objects.values()))


@pytest.mark.parametrize("kind", ["practices", "acts"])
def test_before_migrate_a_program_is_told_in_words_when_to_come_again(
    records: Records, client: Client, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that `migrate` has still to change: the answer is of the API, for a program, and says when."""

    def missing(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("no such column")

    monkeypatch.setattr("search.api.records.portion", missing)
    monkeypatch.setattr("search.api.records.one", missing)
    monkeypatch.setattr("search.api.api.is_behind", lambda: True)
    for address in (f"/api/v1/{kind}", f"/api/v1/{kind}/1"):
        answer = client.get(address)
        assert answer.status_code == 503
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["Retry-After"] == "60"
        assert "no-store" in answer["Cache-Control"]
        assert "обновляют" in answer.json()["title"]
