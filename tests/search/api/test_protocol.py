"""The API is a good citizen of the web: mistakes in words, cheap repetition, limits, a description of itself."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client, override_settings

from cms.open_data.resources import resources
from mentoring.consents.models import MentorConsent
from search.embedded.engine import EmbeddedEngine
from search.interface import EngineUnavailable
from tests.search.api.conftest import Region

MENTORS = "/api/v1/mentors"


@pytest.mark.parametrize(
    ("query", "parameter", "words"),
    [
        ("district=atlantis", "district", "Такого района нет"),
        ("district=klyuchi&district=atlantis", "district", "Такого района нет"),
        ("color=red", "color", "Такого параметра нет."),
        ("sort=upwards", "sort", "relevance"),
        ("size=1000000", "size", "12, 24, 48"),
        ("page=0", "page", "Номер страницы"),
        ("page=%C2%B2", "page", "Номер страницы"),
        ("page=99999999999999999999", "page", "Номер страницы"),
        ("exact=да", "exact", "0, 1"),
        ("q=" + "слово+" * 3000, "q", "Запрос длиннее"),
        ("organisation=klyuchi-1", "organisation", "Такой организации в выбранных районах нет"),
    ],
)
def test_a_wrong_parameter_is_named_in_words(
    region: Region, client: Client, query: str, parameter: str, words: str
) -> None:
    response = client.get(f"{MENTORS}?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    said = response.json()
    assert said["title"] == "В запросе есть ошибки."
    assert [one["parameter"] for one in said["errors"]] == [parameter]
    assert words in said["errors"][0]["message"]


@pytest.mark.parametrize("query", ["q=%00", "q=%22%27%3C", "%FF=%FF", "q&&&=&=", "district=%00", "page=" + "9" * 5000])
def test_odd_input_is_never_an_error_of_the_server(region: Region, client: Client, query: str) -> None:
    for path in (MENTORS, "/api/v1/pages"):
        assert client.get(f"{path}?{query}").status_code in {200, 400}


@pytest.mark.parametrize(
    "path", ["/api/v1/", "/api/v2/", "/api/v1/pupils", "/api/v1/pages/abc", f"/api/v1/pages/{10**30}"]
)
def test_unknown_addresses_say_so(db: None, client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["status"] == 404


def test_only_reading_is_allowed(db: None, client: Client) -> None:
    response = client.post(MENTORS)
    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert client.options(MENTORS).status_code == 204
    assert client.head(MENTORS).status_code == 200


def test_an_unchanged_answer_is_not_sent_twice(region: Region, client: Client) -> None:
    region.mentor("Алексеева")
    first = client.get(MENTORS)
    assert "no-cache" in first["Cache-Control"]
    again = client.get(MENTORS, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    region.mentor("Борисова")
    assert client.get(MENTORS, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_who_asks_too_often_is_asked_to_wait(db: None, client: Client) -> None:
    answers = [client.get("/api/v1/pages/999999") for _request in range(121)]
    assert [one.status_code for one in answers] == [404] * 120 + [429]
    assert [one["RateLimit-Remaining"] for one in answers] == [str(left) for left in [*range(119, -1, -1), 0]]
    assert answers[0]["RateLimit-Limit"] == "120"
    response = client.get(MENTORS, headers={"X-Forwarded-For": "10.1.1.1"})
    assert (response.status_code, response["Content-Type"]) == (429, "application/problem+json")
    assert 0 < int(response["Retry-After"]) <= int(response["RateLimit-Reset"]) <= 60
    assert response.json()["title"] == "Запросов слишком много. Подождите немного."
    assert client.options(MENTORS).status_code == 204  # a browser's question before the question is not counted
    client.defaults["REMOTE_ADDR"] = "198.51.100.7"
    assert client.get(MENTORS)["RateLimit-Remaining"] == "119"


def test_an_answer_travels_packed_and_is_asked_again_cheaply(region: Region, client: Client) -> None:
    for number in range(5):
        region.mentor(f"Наставница{number}")
    plain = client.get(MENTORS)
    packed = client.get(MENTORS, headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in packed["Vary"]
    again = client.get(MENTORS, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["RateLimit-Limit"] == "120"


def test_what_a_consent_stands_behind_is_always_asked_again(region: Region, client: Client) -> None:
    mentor = region.mentor("Алексеева")
    for path in (MENTORS, f"{MENTORS}/{mentor.pk}", "/api/v1/duets", "/api/v1/practices", "/api/v1/acts"):
        assert client.get(path)["Cache-Control"] == "public, no-cache", path
    assert client.get("/api/v1/organisations")["Cache-Control"] == "public, max-age=300"
    one = client.get(f"{MENTORS}/{mentor.pk}")
    MentorConsent.objects.filter(mentor=mentor).delete()
    since = {"If-Modified-Since": one["Last-Modified"]}
    assert client.get(f"{MENTORS}/{mentor.pk}", headers=since).status_code == 404
    assert client.get("/api/v1/organisations/999999")["Cache-Control"] == "public, no-cache"


def test_pages_of_every_site_may_read_it_without_cookies(region: Region, client: Client) -> None:
    asked = {"Origin": "https://school.example", "Access-Control-Request-Method": "GET"}
    for response in (client.get(MENTORS, headers=asked), client.get(f"{MENTORS}?limit=0", headers=asked)):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in response["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in response
        assert not response.cookies
    before = client.options(MENTORS, headers={**asked, "Access-Control-Request-Headers": "if-none-match"})
    assert (before.status_code, before.content) == (204, b"")
    assert before["Access-Control-Allow-Origin"] == "*"
    assert "GET" in before["Access-Control-Allow-Methods"]
    assert "If-None-Match" in before["Access-Control-Allow-Headers"]
    assert "POST" not in before["Access-Control-Allow-Methods"]


def test_a_centre_may_name_the_sites_whose_pages_read_it(region: Region, client: Client) -> None:
    school = {"Origin": "https://school.example"}
    with override_settings(DUET_API_ORIGINS=frozenset({"https://school.example"})):
        response = client.get(MENTORS, headers=school)
        assert response["Access-Control-Allow-Origin"] == "https://school.example"
        assert "Origin" in response["Vary"]
        assert "Access-Control-Allow-Credentials" not in response
        assert "Access-Control-Allow-Origin" not in client.get(MENTORS, headers={"Origin": "https://evil.example"})


def test_it_describes_itself(db: None, client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    kinds = ("pages", *(one.name for one in resources))
    assert set(document["paths"]) == {f"/api/v1/{kind}{one}" for kind in kinds for one in ("", "/{pk}")}
    parameters = {one["name"] for one in document["paths"]["/api/v1/mentors"]["get"]["parameters"]}
    assert {"q", "district", "organisation", "subject", "exact", "sort", "size", "page"} <= parameters
    assert client.get("/api/v1/docs").status_code == 404


def test_a_silent_engine_is_said_in_words(region: Region, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*args: Any) -> None:
        raise EngineUnavailable

    monkeypatch.setattr(EmbeddedEngine, "search", silent)
    response = client.get(MENTORS)
    assert (response.status_code, response.json()["title"]) == (503, "Поиск сейчас не отвечает.")
