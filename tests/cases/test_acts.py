"""Citations as people type them, in the section of acts and in the search of the whole site."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.cases.conftest import Asking

TABLE = Path(__file__).parent / "acts.tsv"
GIVEN = [
    (row["citation"], row["must_come_first"].removeprefix("№ ").split()[0])
    for row in csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t")
]
MORE = [
    ("приказ от «14» июня 2021 г.", "412-п"),
    ("приказ 1-го июля 2026 года", "98-п"),
    ("19.7.21 №586", "586"),
    ("2020-10-12", "187-о"),
    ("30/08/2024", "176-о"),
    ("18 сент 2023", "214-о"),
    ("октябрь 2020 Волгоград", "751"),
    ("приказ 21 сентября 23 года", "97-к"),
    ("97 к", "97-к"),
    ("97к от 21.09.23", "97-к"),
    ("100 – K", "100-к"),
    ("145-р", "Р-145"),
    ("Р 145 от 25.12.19", "Р-145"),
    ("26 01 06 629", "26-01-06-629"),
    ("260106629", "26-01-06-629"),
    ("минобрнауки Пермского края", "26-01-06-629"),
    ("минпросвещения РФ", "Р-145"),
    ("министерство просвещения Российской Федерации 145", "Р-145"),
    ("распоряжение правительства России от 31 декабря 2019", "3273-р"),
    ("письмо минобразования Свердловской обл", "10670"),
    ("приказ УО Ключевского р-на 2023 г.", "214-о"),
    ("комитет образования Волгоградской обл. 23 июля 2021", "614"),
]


def _first(html: str) -> str:
    card = BeautifulSoup(html, "html.parser").select_one("ul.cards article.card")
    return " ".join(card.text.split()) if card else ""


@pytest.mark.parametrize("path", ["/akty/", "/poisk/"])
@pytest.mark.parametrize(("typed", "number"), [*GIVEN, *MORE])
def test_the_cited_act_is_first(asking: Asking, typed: str, number: str, path: str) -> None:
    assert re.search(rf"№ {number}(?![\d-])", _first(asking.page(typed, path))), typed
