"""The public page of a mentor shows what is consented, and nothing else."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from mentoring.bank.words import places_sentence
from mentoring.consents.models import MentorConsent
from mentoring.pairs.models import PairMentee
from tests.factories import MentorFactory, MunicipalityFactory, OrganisationFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db

CANARIES = {
    "about": "канарейка-о-себе",
    "honours": "канарейка-звание",
    "case_title": "канарейка-кейс",
    "phone": "+7 900 000-11-22",
    "page_url": "https://canary.example/page",
}


def test_a_public_mentor_has_a_page_with_what_a_teacher_needs(client: Client) -> None:
    mentor = MentorFactory(public=True, subjects=[SubjectFactory(name="Математика")], **CANARIES)

    page = client.get(mentor.get_absolute_url()).content.decode()

    for words in (mentor.full_name, "Математика", mentor.organisation.short_name, *CANARIES.values()):
        assert words in page


def test_a_page_shows_no_field_that_the_consent_does_not_name(client: Client) -> None:
    mentor = MentorFactory(bare=True, email="canary@school.example", **CANARIES)

    page = client.get(mentor.get_absolute_url()).content.decode()

    assert mentor.full_name in page
    for words in (*CANARIES.values(), "canary@school"):
        assert words not in page


@pytest.mark.parametrize("agreed", [True, False])
def test_a_photograph_is_shown_with_its_consent_alone(client: Client, agreed: bool) -> None:
    portrait = get_image_model().objects.create(title="Снимок", file=get_test_image_file())
    mentor = MentorFactory(public=agreed, bare=not agreed, portrait=portrait)

    page = client.get(mentor.get_absolute_url()).content.decode()

    assert ("mentor-photo" in page) is agreed
    assert '<svg class="portrait"' in page  # the initials, for those who have switched pictures off


@pytest.mark.parametrize("state", ["draft", "minor", "grey", "candidate", "suspended"])
def test_what_is_not_public_answers_404_without_a_name(client: Client, state: str) -> None:
    mentor = MentorFactory(public=True, last_name="Канарейкина", **{state: True})

    answer = client.get(f"/nastavniki/{mentor.pk}-kanareykina/")

    assert answer.status_code == 404
    assert "Канарейкина" not in answer.content.decode()


def test_a_withdrawn_consent_closes_the_page_at_once(client: Client) -> None:
    mentor = MentorFactory(public=True)
    assert client.get(mentor.get_absolute_url()).status_code == 200

    MentorConsent.objects.filter(mentor=mentor, purpose="publication").update(withdrawn_on=timezone.localdate())

    assert client.get(mentor.get_absolute_url()).status_code == 404


def test_a_consent_that_ran_out_yesterday_closes_the_page(client: Client) -> None:
    mentor = MentorFactory(public=True)
    yesterday = timezone.localdate() - timedelta(days=1)
    MentorConsent.objects.update(given_on=yesterday - timedelta(days=30), valid_until=yesterday)

    assert client.get(mentor.get_absolute_url()).status_code == 404


def test_an_old_name_in_the_address_leads_to_todays(client: Client) -> None:
    mentor = MentorFactory(public=True)

    answer = client.get(f"/nastavniki/{mentor.pk}-prezhnyaya-familiya/")

    assert answer.status_code == 301
    assert answer["Location"] == mentor.get_absolute_url()


def test_structured_data_is_valid_and_cannot_be_closed_by_a_name(client: Client) -> None:
    mentor = MentorFactory(public=True, honours="</script><script>alert(1)</script>")

    page = client.get(mentor.get_absolute_url()).content.decode()

    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    data = json.loads(block)
    assert data["name"] == mentor.full_name
    assert data["award"] == mentor.honours
    assert "<script>alert" not in page


def test_mentees_of_a_pair_are_never_named(client: Client) -> None:
    mentor = MentorFactory(public=True)
    PairMentee.objects.create(pair=PairFactory(mentor=mentor, active=True), full_name="Канарейкин Иван Петрович")

    assert "Канарейкин" not in client.get(mentor.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("free", "total", "words"),
    [
        (0, 3, "Мест сейчас нет"),
        (1, 2, "Есть одно место из двух"),
        (2, 3, "Есть два места из трёх"),
        (5, 6, "Есть пять мест из шести"),
        (3, 3, "Есть три места"),
        (11, 12, "Есть 11 мест из 12"),
    ],
)
def test_places_are_said_in_words(free: int, total: int, words: str) -> None:
    assert places_sentence(free, total) == words


def test_the_number_of_queries_does_not_grow_with_the_entry(
    client: Client, django_assert_max_num_queries: object
) -> None:
    place = OrganisationFactory(municipality=MunicipalityFactory())
    subjects = SubjectFactory.create_batch(8)
    mentor = MentorFactory(public=True, organisation=place, subjects=subjects)
    for number in range(6):
        MentorFactory(public=True, organisation=place, subjects=subjects, last_name=f"Соседова{number}")
        PairFactory(mentor=mentor, started_on=timezone.localdate() - timedelta(days=200 * number))
    client.get(mentor.get_absolute_url())  # content types and the region's name are read once

    with django_assert_max_num_queries(24):  # type: ignore[operator]
        client.get(mentor.get_absolute_url())
