"""Somebody without an account sees where their name stands, by a link to a mailbox that the site knew before."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from cms.personal_links.models import PersonalLink
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.duets.enums import Voice
from mentoring.duets.models import Speaker
from mentoring.mentions.linking import LinkPerson
from mentoring.mentions.own.revoking import RevokeOwnLink
from tests import factories
from tests.visitors import opened

pytestmark = pytest.mark.django_db

ADDRESS = "loseva@example.org"


@pytest.fixture
def mentor(municipality: Any) -> Any:
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна", "email": ADDRESS}
    return factories.MentorFactory(public=True, municipality=municipality, **who)


@pytest.fixture
def story(municipality: Any, mentor: Any) -> Any:
    factories.open_branch(municipality)
    return factories.news(municipality, title="Праздник", lead="Вера Лосева провела урок.")


def ask(client: Client, email: str, **more: str) -> Any:
    return client.post(reverse("own-name"), {"email": email, "opened": opened(), **more})


def letters(to: str) -> list[Any]:
    Worker().work_off()
    return [letter for letter in mail.outbox if letter.to == [to]]


def page_of(client: Client, letter: Any) -> str:
    found = re.search(r"/moyo-imya/\S+/", letter.body)
    assert found
    answer = client.get(found.group())
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"
    return answer.content.decode()


def withdraw(mentor: Any) -> None:
    consent = MentorConsent.objects.get(mentor=mentor, purpose=Purpose.PUBLICATION)
    WithdrawConsent(consent, None, timezone.localdate()).execute()


def test_who_withdraws_is_shown_where_the_name_still_stands(client: Client, mentor: Any, story: Any) -> None:
    withdraw(mentor)
    (letter,) = letters(ADDRESS)
    assert "Лосева" not in letter.subject + letter.body
    page = page_of(client, letter)
    assert "Ещё стоит" in page
    assert story.get_url() in page
    LinkPerson(story, mentor, None).execute()
    page = page_of(client, letter)
    assert "Ещё стоит" not in page
    assert "Скрыто" in page


def test_no_draft_and_no_hidden_page_is_told(client: Client, mentor: Any, story: Any) -> None:
    withdraw(mentor)
    (letter,) = letters(ADDRESS)
    story.unpublish()
    assert "Праздник" not in page_of(client, letter)


def test_the_answer_does_not_tell_whom_the_site_knows(client: Client, mentor: Any) -> None:
    known, unknown = ask(client, ADDRESS.upper()), ask(client, "nobody@example.org")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url) == (302, reverse("own-name-sent"))
    assert len(letters(ADDRESS.upper())) == 1
    assert not letters("nobody@example.org")
    assert "Согласие действует" in page_of(client, letters(ADDRESS.upper())[0])


def test_a_speaker_of_a_duet_is_known_by_the_address_of_the_talk(client: Client, municipality: Any) -> None:
    project = factories.DuetProjectFactory(municipality=municipality, published=True)
    Speaker.objects.filter(project=project, voice=Voice.MENTEE).update(email="ilya@example.org")
    ask(client, "ilya@example.org")
    (letter,) = letters("ilya@example.org")
    assert project.mentee.full_name in page_of(client, letter)


def test_a_link_opens_one_persons_page_and_no_other_door(client: Client, mentor: Any) -> None:
    ask(client, ADDRESS)
    (letter,) = letters(ADDRESS)
    token = letter.body.split("/moyo-imya/")[1].split("/")[0]
    assert client.get(reverse("duet-talk", args=[token])).status_code == 410
    altered = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert client.get(reverse("own-name-shown", args=[altered])).status_code == 410
    PersonalLink.objects.update(expires_at=timezone.now())
    assert client.get(reverse("own-name-shown", args=[token])).status_code == 410
    assert client.post(reverse("own-name-shown", args=[token])).status_code == 405


def test_a_mailbox_is_not_flooded_and_machines_are_stopped(client: Client, mentor: Any) -> None:
    for _number in range(6):
        assert ask(client, ADDRESS).status_code == 302
    assert len(letters(ADDRESS)) == 3
    ask(client, ADDRESS, website="spam")
    assert len(letters(ADDRESS)) == 3
    for number in range(20):
        answer = ask(client, f"a{number}@example.org")
    assert answer.status_code == 429


def test_a_mistyped_address_is_told(client: Client, mentor: Any) -> None:
    answer = ask(client, "нет такого")
    assert answer.status_code == 422
    assert "почт" in answer.content.decode()


def test_a_link_that_came_into_wrong_hands_is_closed_where_it_is_seen(
    client: Client, mentor: Any, coordinator: Any, other_coordinator: Any, signed_in: Any
) -> None:
    names, door = (reverse(name, args=[mentor.pk]) for name in ("names_mentor", "names_mentor_link"))
    assert door not in signed_in(coordinator).get(names).content.decode()
    ask(client, ADDRESS)
    (letter,) = letters(ADDRESS)
    page_of(client, letter)

    stranger = signed_in(other_coordinator)
    assert stranger.get(door).status_code == stranger.post(door).status_code == 404
    with pytest.raises(PermissionDenied):
        RevokeOwnLink("mentor", mentor, other_coordinator).execute()
    editor = signed_in(coordinator)
    assert door in editor.get(names).content.decode()
    assert "Отозвать ссылку" in editor.get(door).content.decode()
    page_of(client, letter)  # looking closes nothing
    answer = editor.post(door, follow=True)

    assert answer.redirect_chain[-1][0] == names
    assert "Ссылка больше не открывается" in answer.content.decode() and door not in answer.content.decode()
    token = letter.body.split("/moyo-imya/")[1].split("/")[0]
    assert client.get(reverse("own-name-shown", args=[token])).status_code == 410
    line = TerritoryLogEntry.objects.get(action="duet.link.revoke")
    assert (line.object_id, line.user) == (str(mentor.pk), coordinator)
    ask(client, ADDRESS)
    assert "Согласие действует" in page_of(client, letters(ADDRESS)[-1])
