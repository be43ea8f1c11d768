"""The gate, the remarks of the machine and the difference speak in words that help."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

from bestpractices.practices.completeness import findings
from bestpractices.practices.differences import differences
from bestpractices.practices.gate import gate_sentence, missed
from tests.factories import practices as make


def indicator(name, planned, actual, unit="percent"):
    value = None if actual is None else Decimal(str(actual))
    return SimpleNamespace(name=name, unit=unit, planned=Decimal(str(planned)), actual=value)


def test_the_gate_says_which_miss_and_by_how_much():
    rows = [indicator("Планы", 90, 84), indicator("Посещения", 8, 6, "count"), indicator("Довольны", 4, 4.6, "points")]
    words = gate_sentence(missed(rows)).replace("\u00a0", " ")
    assert "2 показателей" in words
    assert "Планы: 84 % из 90 %, не хватает 6 п. п." in words
    assert "Посещения: 6 из 8, не хватает 2" in words
    assert "Довольны" not in words
    assert gate_sentence(missed([indicator("Планы", 90, 90)])) == ""
    assert "факт не указан" in gate_sentence(missed([indicator("Планы", 90, None)]))


@pytest.mark.django_db
def test_the_machine_remarks_what_a_colleague_would(municipality, methodist):
    practice = make.practice_draft(municipality, methodist)
    practice.failures = ""
    practice.result = "Смотрите по ссылке https://example.org"
    practice.problem = "слово " * 40
    practice.aim = "В целях повышения качества осуществляется реализация данной программы."
    found = findings(practice)
    assert [finding.words for finding in found if finding.stops] == ["Пустой раздел «что не получилось»."]
    advice = " ".join(finding.words for finding in found if not finding.stops)
    assert "только отсылка" in advice
    assert "из 40 слов" in advice
    assert "в целях" in advice


@pytest.mark.django_db
def test_a_difference_names_the_part_and_the_words(municipality, methodist):
    before = make.practice_draft(municipality, methodist)
    after = before.get_latest_revision_as_object()
    after.aim = before.aim.replace("двадцать", "тридцать")
    (change,) = differences(before, after)
    assert change.title == "Цель"
    assert [(piece.kind, piece.text) for piece in change.pieces if piece.kind != "same"] == [
        ("gone", "двадцать"),
        ("new", "тридцать"),
    ]
