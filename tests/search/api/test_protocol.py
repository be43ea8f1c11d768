"""The API is a good citizen of the web: mistakes in words, cheap repetition, limits, a description of itself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, override_settings

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
    "path", ["/api/", "/api/v1/", "/api/v1/pupils", "/api/v1/pages/abc", f"/api/v1/pages/{10**30}"]
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
    statuses = [client.get("/api/v1/pages/999999").status_code for _request in range(121)]
    assert statuses == [404] * 120 + [429]
    response = client.get(MENTORS, headers={"X-Forwarded-For": "10.1.1.1"})
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert response.json()["title"] == "Запросов слишком много. Подождите немного."


def test_only_named_sites_may_read_it_from_their_pages(region: Region, client: Client) -> None:
    school = {"Origin": "https://school.example"}
    assert "Access-Control-Allow-Origin" not in client.get(MENTORS, headers=school)
    with override_settings(DUET_API_ORIGINS=frozenset({"https://school.example"})):
        response = client.get(MENTORS, headers=school)
        assert response["Access-Control-Allow-Origin"] == "https://school.example"
        assert "Origin" in response["Vary"]
        assert "Access-Control-Allow-Credentials" not in response
        assert "Access-Control-Allow-Origin" not in client.get(MENTORS, headers={"Origin": "https://evil.example"})


def test_it_describes_itself(db: None, client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert set(document["paths"]) == {"/api/v1/mentors", "/api/v1/pages", "/api/v1/pages/{pk}"}
    parameters = {one["name"] for one in document["paths"]["/api/v1/mentors"]["get"]["parameters"]}
    assert {"q", "district", "organisation", "subject", "exact", "sort", "size", "page"} <= parameters
    assert client.get("/api/v1/docs").status_code == 404


def test_a_silent_engine_is_said_in_words(region: Region, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*args: Any) -> None:
        raise EngineUnavailable

    monkeypatch.setattr(EmbeddedEngine, "search", silent)
    response = client.get(MENTORS)
    assert (response.status_code, response.json()["title"]) == (503, "Поиск сейчас не отвечает.")
