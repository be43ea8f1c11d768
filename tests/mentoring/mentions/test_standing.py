"""What is not linked is found by the worker, told to the editors, and listed until it is mended or decided."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.mailing.models import OutgoingMail
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.mentees import WithdrawMenteeConsent
from mentoring.consents.models import MentorConsent
from mentoring.mentions.jobs import follow_names
from mentoring.mentions.linking import key_of_thing
from mentoring.mentions.models import NameWatch, PersonMention
from mentoring.mentions.people import key_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(municipality: Any) -> Any:
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна"}
    return factories.MentorFactory(public=True, municipality=municipality, **who)


@pytest.fixture
def story(municipality: Any, mentor: Any, editor: Any) -> Any:
    factories.open_branch(municipality)
    quote = {"text": "Я рада.", "author": "Вера Лосева", "role": "учитель", "voice": ""}
    return factories.news(municipality, title="Праздник", body=[("quote", quote)])


def withdraw(mentor: Any) -> None:
    consent = MentorConsent.objects.get(mentor=mentor, purpose=Purpose.PUBLICATION)
    WithdrawConsent(consent, None, timezone.localdate()).execute()
    Worker().work_off()


def names_of(thing: Any, person: Any) -> str:
    return "-".join(map(str, key_of_thing(thing) if thing is not None else key_of(person)))


def test_a_name_that_nobody_linked_is_told_to_the_editor(signed_in: Any, story: Any, mentor: Any, editor: Any) -> None:
    withdraw(mentor)
    (letter,) = [it for it in mail.outbox if it.to == [editor.email]]
    assert "«Праздник»: Текст («Вера Лосева»)" in letter.body
    assert reverse("names_standing") in letter.body
    page = signed_in(editor).get(reverse("names_standing")).content.decode()
    assert "Праздник" in page
    assert "Вера Лосева" in page
    assert NameWatch.objects.get().searched_at is not None


def test_one_click_hides_it_and_ends_the_line(
    client: Client, signed_in: Any, story: Any, mentor: Any, editor: Any
) -> None:
    withdraw(mentor)
    data = {"verb": "link", "thing": names_of(story, None), "person": names_of(None, mentor)}
    assert signed_in(editor).post(reverse("names_decide"), data).status_code == 302
    assert "Лосев" not in client.get(story.get_url()).content.decode()
    assert not PersonMention.objects.waiting().exists()
    assert "Праздник" not in signed_in(editor).get(reverse("names_standing")).content.decode()


def test_another_of_the_same_name_is_left_in_peace(signed_in: Any, story: Any, mentor: Any, editor: Any) -> None:
    withdraw(mentor)
    data = {"verb": "leave", "thing": names_of(story, None), "person": names_of(None, mentor)}
    signed_in(editor).post(reverse("names_decide"), data)
    follow_names()
    assert not PersonMention.objects.waiting().exists()
    assert OutgoingMail.objects.filter(kind="mentoring.name_stands").count() == 1


def test_a_mended_text_leaves_the_list_by_itself(story: Any, mentor: Any) -> None:
    withdraw(mentor)
    type(story).objects.filter(pk=story.pk).update(body="[]")
    follow_names()
    assert not PersonMention.objects.exists()


def test_a_stranger_decides_nothing(signed_in: Any, story: Any, mentor: Any, other_coordinator: Any) -> None:
    withdraw(mentor)
    data = {"verb": "leave", "thing": names_of(story, None), "person": names_of(None, mentor)}
    assert signed_in(other_coordinator).post(reverse("names_decide"), data).status_code == 404
    assert PersonMention.objects.waiting().count() == 1
    page = signed_in(other_coordinator).get(reverse("names_standing")).content.decode()
    assert "Лосева" not in page
    assert signed_in(other_coordinator).get(reverse("names_mentor", args=[mentor.pk])).status_code == 404


def test_the_page_of_the_person_tells_the_state(signed_in: Any, story: Any, mentor: Any, coordinator: Any) -> None:
    address = reverse("names_mentor", args=[mentor.pk])
    assert "Согласие действует" in signed_in(coordinator).get(address).content.decode()
    withdraw(mentor)
    page = signed_in(coordinator).get(address).content.decode()
    assert "Ещё стоит на страницах" in page
    assert "Праздник" in page
    type(story).objects.filter(pk=story.pk).update(body="[]")
    follow_names()
    assert "Ни на одной странице имени больше нет" in signed_in(coordinator).get(address).content.decode()


def test_a_consent_that_ran_out_is_noticed_by_the_hourly_look(story: Any, mentor: Any) -> None:
    mentor.consents.update(valid_until=timezone.localdate() - timedelta(days=1))
    follow_names()
    assert PersonMention.objects.waiting().get().thing_id == story.pk


def test_a_name_in_the_address_of_a_page_is_told(municipality: Any, mentor: Any) -> None:
    factories.open_branch(municipality)
    factories.news(municipality, title="Праздник", slug="pesni-very-losevoi-loseva-vera")
    withdraw(mentor)
    assert PersonMention.objects.waiting().get().places == "адрес страницы"


def test_a_mentee_is_looked_for_as_well(municipality: Any) -> None:
    factories.open_branch(municipality)
    project = factories.DuetProjectFactory(municipality=municipality, published=True)
    type(project.mentee).objects.filter(pk=project.mentee_id).update(full_name="Тарасов Илья Петрович")
    page = factories.news(municipality, title="О дуэте", lead="С Ильёй Тарасовым говорили месяц.")
    WithdrawMenteeConsent(project.mentee.consents.first(), None, timezone.localdate()).execute()
    Worker().work_off()
    assert page.pk in PersonMention.objects.waiting().values_list("thing_id", flat=True)


def test_a_form_offers_the_people_it_names(signed_in: Any, story: Any, mentor: Any, editor: Any) -> None:
    texts = {"lead": "Вели В. А. Лосева и Пётр Лосев.", "title": "О Вере"}
    body = json.dumps({"texts": texts, "page": story.pk})
    answer = signed_in(editor).post(reverse("names_of_a_form"), body, content_type="application/json")
    (found,) = answer.json()["people"]
    assert (found["words"], found["fields"], found["state"]) == ("В. А. Лосева", ["lead"], "")
    data = {"verb": "link", "thing": found["thing"], "person": found["person"]}
    signed_in(editor).post(reverse("names_decide"), data, headers={"accept": "application/json"})
    answer = signed_in(editor).post(reverse("names_of_a_form"), body, content_type="application/json")
    assert answer.json()["people"][0]["state"] == "linked"


@pytest.mark.parametrize(
    "words", ["С Лосевой Верой", "Вере Аркадьевне Лосевой", "ЛОСЕВА В. А.", "Вера Аркадьевна и Лосева Вера"]
)
def test_every_case_is_offered(signed_in: Any, story: Any, mentor: Any, editor: Any, words: str) -> None:
    body = json.dumps({"texts": {"lead": words}, "page": story.pk})
    answer = signed_in(editor).post(reverse("names_of_a_form"), body, content_type="application/json")
    assert [one["name"] for one in answer.json()["people"]] == [str(mentor)]


def test_nobody_hidden_of_another_municipality_is_told(
    signed_in: Any, story: Any, editor: Any, other_municipality: Any
) -> None:
    factories.MentorFactory(last_name="Рогова", first_name="Анна", municipality=other_municipality)
    body = json.dumps({"texts": {"lead": "Анна Рогова"}, "page": story.pk})
    answer = signed_in(editor).post(reverse("names_of_a_form"), body, content_type="application/json")
    assert answer.json()["people"] == []


@pytest.mark.parametrize(
    "body", ["", "[]", '{"texts": 1}', '{"page": "x", "texts": {}}', '{"texts": {}, "page": 99999999999999}']
)
def test_odd_requests_are_refused(signed_in: Any, editor: Any, body: str) -> None:
    answer = signed_in(editor).post(reverse("names_of_a_form"), body, content_type="application/json")
    assert answer.status_code in {400, 404}
    for person in ("", "1", "x-y", "999999-1", f"1-{10**18}"):
        data = {"verb": "link", "thing": "1-1", "person": person}
        assert signed_in(editor).post(reverse("names_decide"), data).status_code == 404
