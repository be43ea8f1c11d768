"""Whatever stands in the address, the answer is a sensible page."""

from __future__ import annotations

import random

import pytest
from django.test import Client

from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import ADDRESS

NAMES = [
    "q",
    "district",
    "organisation",
    "subject",
    "category",
    "places",
    "sort",
    "page",
    "size",
    "exact",
    "d[]",
    "%00",
]
PIECES = [
    "%00", "%FF%FE", "%ED%A0%80", "%E2%80%AE", "%0D%0A", "%22", "'", "%3Cscript%3E", "--", "%25", "\\", "*", "+",
    "%C2%A0", "математика", "klyuchi", "highest", "-1", "0", "999999999999999999999", "NaN", "1e309", "OR+1%3D1",
    "%F0%9F%A6%94", "а" * 300, "слово+" * 60, "(((", ")))", "%7B%7B7*7%7D%7D", "..%2F..%2F", "%3B", "й%CC%86", "%D0",
    "AND", "NOT", "name:",
]  # fmt: skip


def test_three_hundred_odd_addresses(region: Region, client: Client) -> None:
    region.mentor("Алексеева")
    dice = random.Random(20261122)
    for _number in range(300):
        pairs = [
            f"{dice.choice(NAMES)}={''.join(dice.choices(PIECES, k=dice.randint(0, 3)))}"
            for _pair in range(dice.randint(1, 6))
        ]
        address = f"{ADDRESS}?{dice.choice('&&&;').join(pairs)}"
        headers = {"HX-Request": "true"} if dice.random() < 0.3 else {}
        response = client.get(address, headers=headers)
        assert response.status_code in {200, 302}, address
        if response.status_code == 302:
            assert client.get(response["Location"]).status_code == 200, address


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "наставник+" * 3000,
        "q=" + "x" * 10_000,
        "&".join(f"district=d{number}" for number in range(1000)),
        "&".join(f"unknown{number}=1" for number in range(900)),
        "page=-1",
        "page=999999",
        "page=" + "9" * 5000,
        "q=%00%00%00",
        "%FF=%FF",
        "q&&&=&=",
        "q=математика&q=физика",
    ],
)
def test_known_troubles(region: Region, client: Client, query: str) -> None:
    region.mentor("Алексеева")
    response = client.get(f"{ADDRESS}?{query}", follow=True)
    assert response.status_code == 200
    assert "Найти наставника" in response.content.decode()
    assert len(response.redirect_chain) <= 1


@pytest.mark.parametrize("query", ["", "q=", "q=%00", "q=%FF", "q=" + "ы" * 5000, "q=%22%3E%3Cb%3E", "x=1"])
def test_suggestions_too(region: Region, client: Client, query: str) -> None:
    response = client.get(f"{ADDRESS}podskazki/?{query}")
    assert response.status_code == 200
    assert "<b>" not in response.content.decode()


def test_typed_markup_is_text(region: Region, client: Client) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        html = client.get(ADDRESS, {"q": '"><script>alert(1)</script>'}, headers=headers).content.decode()
        assert "<script>alert" not in html
        assert "alert" in html
