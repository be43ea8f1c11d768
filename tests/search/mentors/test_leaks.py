"""What nobody consented to stands in no answer of the search (T5)."""

from __future__ import annotations

from html import escape
from urllib.parse import parse_qs, quote, quote_plus

import pytest
from django.test import Client
from django.utils import timezone

from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.models import MentorConsent
from tests.factories import MentorConsentFactory, PairFactory
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS


@pytest.fixture
def canaries(region: Region) -> list[str]:
    """Words that stand in what is hidden; a visible mentor stands beside them."""
    region.mentor("Видимова")
    hidden = {
        "draft": {"live": False},
        "minor": {"person": "pupil", "is_minor": True},
        "suspended": {"selection_state": "suspended"},
        "candidate": {"selection_state": "candidate"},
    }
    words = []
    for number, fields in enumerate(hidden.values()):
        word = f"Канарейкина{'абвг'[number]}"
        region.mentor(word, about=f"{word} рассказ", email=f"kanarejka{number}@example.org", **fields)
        words += [word, f"kanarejka{number}"]
    withdrawn = region.mentor("Отозванцева", about="Отозванский рассказ")
    published = MentorConsent.objects.filter(mentor=withdrawn, purpose=Purpose.PUBLICATION)
    published.update(withdrawn_on=timezone.localdate())
    bare = region.mentor(
        "Скромнова", about="Тайнописец", honours="Тайнонаграждённый", case_title="Тайнокейс", email="taina@example.org",
        phone="+7 900 111-22-33", page_url="https://taina.example/",
    )  # fmt: skip
    MentorConsent.objects.filter(mentor=bare).delete()
    MentorConsentFactory(mentor=bare)
    MentorConsentFactory(mentor=bare, publication=True)
    PairFactory(mentor=bare, active=True)
    words += ["Отозванцева", "Отозванский", "Тайнописец", "Тайнонаграждённый", "Тайнокейс", "taina", "111-22-33"]
    return [*words, "Начинающий Педагог"]


def test_no_canary_in_any_answer(canaries: list[str], client: Client) -> None:
    answers = []
    for word in ["", *canaries, "рассказ", "канарейк", "тайно"]:
        answers += [
            client.get(ADDRESS, {"q": word}, follow=True),
            client.get(ADDRESS, {"q": word}, headers={"HX-Request": "true"}),
            client.get(f"{ADDRESS}podskazki/", {"q": word}),
        ]
    for answer in answers:
        html = _without_the_query(answer.content.decode(), answer.request["QUERY_STRING"])
        for canary in canaries:
            assert canary.lower() not in html, (canary, answer.request)


def test_who_consented_to_the_entry_alone_is_found_by_it_alone(canaries: list[str], client: Client) -> None:
    page = client.get(ADDRESS, {"q": "Скромнова"}).content.decode()
    assert "<mark>Скромнова</mark>" in page
    # What was typed may be said back, but it finds nobody.
    assert "никто не нашёлся" in client.get(ADDRESS, {"q": "Тайнописец"}).content.decode()


def test_even_consented_contacts_are_no_text_of_the_search(region: Region, client: Client) -> None:
    region.mentor("Открытова", email="pochta-lichnaya@example.org", phone="+7 900 444-55-66")
    page = client.get(ADDRESS).content.decode()
    assert "Открытова" in page
    assert "lichnaya" not in page
    assert "444-55-66" not in page


def test_a_withdrawn_consent_acts_at_the_next_search(region: Region, client: Client) -> None:
    mentor = region.mentor("Передумова", about="Редкослов", consented=True)
    assert "Передумова" in client.get(ADDRESS, {"q": "Редкослов"}).content.decode()
    MentorConsent.objects.filter(mentor=mentor, purpose=Purpose.PUBLICATION).update(fields=[PublicField.PHONE.value])
    assert "Передумова" not in client.get(ADDRESS, {"q": "Редкослов"}).content.decode()
    assert "Передумова" in client.get(ADDRESS).content.decode()
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate())
    assert "Передумова" not in client.get(ADDRESS).content.decode()


def _without_the_query(html: str, query: str) -> str:
    """The page in lower case without the words that the visitor typed, which it says back."""
    html = html.lower()
    for typed in parse_qs(query).get("q", []):
        for said in (typed, quote(typed), quote_plus(typed), escape(typed)):
            html = html.replace(said.lower(), "")
    return html
