"""The parts that htmx asks for while somebody ticks boxes and types."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from search.embedded.engine import EmbeddedEngine
from search.interface import EngineUnavailable
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS, Shown


@pytest.fixture
def bank(region: Region) -> Region:
    region.mentor("Алексеева")
    region.mentor("Борисова", "lipovets-1", "physics")
    return region


def _live(client: Client, query: str, **headers: str) -> Any:
    return client.get(f"{ADDRESS}?{query}", headers={"HX-Request": "true", **headers})


def test_only_what_changed_is_sent(bank: Region, client: Client) -> None:
    response = _live(client, "q=&district=klyuchi&sort=relevance")
    page = Shown(response)
    assert page.names == ["Алексеева Вера Ильинична"]
    assert not page.soup.find(["html", "header", "footer", "form"])
    assert page.soup.title.text == "1\u00a0наставник в\u00a0Ключевском районе – «Дуэт»"
    outside = {tag["id"]: tag["hx-swap-oob"] for tag in page.soup.find_all(attrs={"hx-swap-oob": True})}
    assert outside == {
        "search-words": "innerHTML",
        "filters": "innerHTML",  # the element stays, so the sheet of a phone stays open
        "search-status": "innerHTML",  # a live region has to be there before it speaks
        "search-state": "outerHTML",
    }


def test_the_new_total_is_announced(bank: Region, client: Client) -> None:
    status = Shown(_live(client, "district=klyuchi")).soup.find(id="search-status")
    assert status.text == "Найден 1\u00a0наставник."
    whole = Shown(client.get(ADDRESS)).soup.find_all(attrs={"aria-live": True})
    assert [(region["id"], region["aria-live"], region.text) for region in whole] == [("search-status", "polite", "")]


def test_the_address_becomes_the_canonical_one(bank: Region, client: Client) -> None:
    response = _live(client, "q=&district=lipovets&district=klyuchi&sort=relevance&size=12")
    assert response.status_code == 200
    assert response["HX-Push-Url"] == f"{ADDRESS}?district=klyuchi&district=lipovets"


@pytest.mark.parametrize(
    ("before", "now", "header"),
    [
        ("", "ма", "HX-Push-Url"),
        ("ма", "мате", "HX-Replace-Url"),
        ("мате", "ма", "HX-Replace-Url"),
        ("мате", "физика", "HX-Push-Url"),
        ("мате", "мате", "HX-Push-Url"),
    ],
)
def test_one_step_back_for_a_word_not_for_each_letter(
    bank: Region, client: Client, before: str, now: str, header: str
) -> None:
    response = _live(client, f"q={now}", **{"HX-Current-URL": f"http://testserver{ADDRESS}?q={before}"})
    assert {"HX-Push-Url", "HX-Replace-Url"} & set(response.headers) == {header}


def test_going_back_gets_a_whole_page(bank: Region, client: Client) -> None:
    response = _live(client, "district=klyuchi", **{"HX-History-Restore-Request": "true"})
    assert response.content.lstrip().startswith(b"<!DOCTYPE html>")


def test_parts_and_page_are_told_apart_by_caches(bank: Region, client: Client) -> None:
    assert "HX-Request" in _live(client, "")["Vary"]


def test_parts_show_the_same_as_the_page(bank: Region, client: Client) -> None:
    live, whole = (Shown(response) for response in (_live(client, "q=физика"), client.get(ADDRESS, {"q": "физика"})))
    assert (live.names, live.boxes, live.headline) == (whole.names, whole.boxes, whole.headline)


def test_every_box_keeps_its_name_so_that_focus_finds_it_again(bank: Region, client: Client) -> None:
    boxes = Shown(_live(client, "")).soup.select("label.option input")
    ids = [box["id"] for box in boxes]
    assert ids
    assert len(set(ids)) == len(ids)


def test_a_silent_engine_is_said_in_words(bank: Region, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*args: Any, **more: Any) -> None:
        raise EngineUnavailable

    monkeypatch.setattr(EmbeddedEngine, "search", silent)
    monkeypatch.setattr(EmbeddedEngine, "suggest", silent)
    for headers in ({}, {"HX-Request": "true"}):
        response = client.get(ADDRESS, headers=headers)
        assert response.status_code == 503
        assert "Поиск сейчас не отвечает" in response.content.decode()
    assert client.get(f"{ADDRESS}podskazki/", {"q": "мат"}).status_code == 200
