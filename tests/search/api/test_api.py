"""Programs get what the pages show: the same things, the same numbers, nothing more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from mentoring.consents.models import MentorConsent
from tests.search.api.conftest import Region, SiteOfRegion
from tests.search.mentors.reading import Shown

Ask = Callable[..., Any]


@pytest.fixture
def bank(region: Region) -> Region:
    region.mentor("Алексеева", "klyuchi-1", "mathematics", category="highest", places_total=3)
    region.mentor("Борисова", "klyuchi-2", "mathematics physics", category="first")
    region.mentor("Васильева", "lipovets-1", "physics", category="highest")
    return region


@pytest.fixture
def pages(site: SiteOfRegion) -> SiteOfRegion:
    site.page("Аттестация педагогов", "Сроки подачи заявлений.", lead="Когда и куда", year=2024)
    site.page("О центре", "Кто мы")
    return site


@pytest.mark.parametrize("query", ["", "q=математека", "district=klyuchi&category=highest", "subject=art", "size=24"])
def test_mentors_are_those_of_the_page(bank: Region, client: Client, query: str) -> None:
    answer = client.get(f"/api/v1/mentors?{query}").json()
    page = Shown(client.get(f"/nastavniki/?{query}"))
    assert [one["name"] for one in answer["items"]] == page.names
    assert answer["total"] == page.total
    boxes = {(f["name"], v["code"]): (v["count"], v["chosen"]) for f in answer["facets"] for v in f["values"]}
    assert boxes == {key: (box.count, box.checked) for key, box in page.boxes.items()}


def test_words_are_mended_as_on_the_page(bank: Region, ask: Ask) -> None:
    assert ask("mentors", q="математека")["mended"] == {"typed": "математека", "used": "математика"}
    assert ask("mentors", q="математека", exact="1")["total"] == 0


def test_words_are_offered_as_on_the_page(bank: Region, ask: Ask) -> None:
    answer = ask("mentors", q="Олексеева")
    assert (answer["total"], answer["mended"]) == (0, None)
    assert answer["offered"] == {"typed": "Олексеева", "used": "алексеева"}


def test_a_card_says_what_the_page_says_and_its_links_work(bank: Region, ask: Ask, client: Client) -> None:
    one = ask("mentors", q="Алексеева")["items"][0]
    assert one["places_free"] == 3
    assert one["subjects"] == "Математика"
    assert client.get(one["url"]).status_code == 200


def test_pages_of_an_answer_lead_to_each_other(region: Region, ask: Ask) -> None:
    for number in range(30):
        region.mentor(f"Наставница{number:02d}")
    first = ask("mentors", sort="name")
    assert (first["page"], first["pages"], len(first["items"]), first["links"]["previous"]) == (1, 3, 12, None)
    second = ask(first["links"]["next"])
    assert second["items"][0]["name"].startswith("Наставница12")
    assert ask(second["links"]["previous"])["items"] == first["items"]
    assert ask("mentors", page="9999")["page"] == 3
    assert first["links"]["html"].endswith("/nastavniki/?sort=name")


def test_pages_are_those_of_the_site_search(pages: SiteOfRegion, ask: Ask, client: Client) -> None:
    answer = ask("pages", q="аттестации")
    assert [one["title"] for one in answer["items"]] == ["Аттестация педагогов"]
    assert {f["name"] for f in answer["facets"]} == {"kind", "year"}
    one = answer["items"][0]
    assert (one["lead"], one["day"], one["kind"]["code"]) == ("Когда и куда", "2024-03-14", "about")
    whole = ask(one["api_url"])
    assert "Сроки подачи заявлений." in whole["text"]
    assert client.get(whole["url"]).status_code == 200


def test_hidden_pages_are_nowhere(pages: SiteOfRegion, client: Client) -> None:
    draft = pages.page("Канарейка черновик", live=False)
    closed = pages.page("Канарейка закрытая")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    inside = pages.page("Канарейка внутри", parent=closed)
    assert client.get("/api/v1/pages", {"q": "канарейка"}).json()["total"] == 0
    for page in (draft, closed, inside):
        response = client.get(f"/api/v1/pages/{page.pk}")
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
        assert "канарейка" not in response.content.decode().lower()


def test_no_canary_of_a_mentor(region: Region, client: Client) -> None:
    region.mentor("Видимова", email="taina@example.org", phone="+7 900 111-22-33")
    region.mentor("Канарейкина", live=False, about="Канарейка")
    withdrawn = region.mentor("Канарейко", about="Канарейка")
    MentorConsent.objects.filter(mentor=withdrawn).delete()
    bare = region.mentor("Скромнова", about="Канарейка рассказала", honours="Канарейка года")
    MentorConsent.objects.filter(mentor=bare).update(fields=[])
    for params in ({}, {"q": "канарейка"}, {"q": "Видимова"}, {"q": "Скромнова"}):
        answer = client.get("/api/v1/mentors", params).json()
        said = str([answer["items"], answer["total"] if params.get("q") == "канарейка" else 0]).lower()
        for canary in ("канарейк", "taina", "111-22-33"):
            assert canary not in said, (params, said)


def test_a_withdrawn_consent_acts_at_the_next_request(region: Region, client: Client) -> None:
    mentor = region.mentor("Передумова", consented=True)
    before = client.get("/api/v1/mentors")
    assert before.json()["total"] == 1
    MentorConsent.objects.filter(mentor=mentor).delete()
    after = client.get("/api/v1/mentors", headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after.json()["total"]) == (200, 0)
