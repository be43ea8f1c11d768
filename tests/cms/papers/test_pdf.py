"""What a reader, a screen reader and a black-and-white printer get from a PDF."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from cms.papers.pdf import inks
from cms.papers.pdf.writing import to_pdf
from cms.papers.words import Paper, Paragraph, Picture, Style, Table
from tests.cms.papers.samples import ORDER, PRACTICE, png


def read(paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(to_pdf(paper)))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def titles(outline: list[Any]) -> list[Any]:
    return [titles(item) if isinstance(item, list) else item.title for item in outline]


def test_every_word_of_a_practice_is_there() -> None:
    words = words_of(read(PRACTICE))

    for said in (
        "Один вопрос к уроку",
        "Вера Лосева и Илья Тарасов",
        "Раздел первый",
        "≥ 8",
        "Ёлка",
        "‹ Наставник",
        "Наставляемый ›",
        "И молчу.",
        "Илья решил не отвечать.",
        "Лист <b>на 24 критерия</b> & отменили.",
        "1.1. Его подпункт",
        "1. https://example.org/?a=1&b=2",
        "Источник: Ракитинская школа, 12.10.2025 / Ключевской район, 19.10.2025.",
        "Банк лучших практик Северореченской области",
        f"Контрольная сумма {PRACTICE.checksum[:8]}",
        "Лист 1 из 1",
    ):
        assert said in words
    assert "Пустое" not in words


def test_an_order_keeps_its_official_parts_and_shows_no_mark() -> None:
    reader = read(ORDER)
    first, second = (" ".join(page.extract_text().split()) for page in reader.pages)

    for said in ("ПРИКАЗ", "18.09.2023", "№ 214-о", "ПРИКАЗЫВАЮ:", "1.1. Назначить координатора.", "Д. К. Рогожин"):
        assert said in first
    assert "УТВЕРЖДЕНО приказом управления" in second
    assert "Лист 2 из 2" in second
    assert "Дуэт" not in first + second


def test_the_same_words_are_the_same_bytes_and_other_words_another_sum() -> None:
    assert to_pdf(PRACTICE) == to_pdf(PRACTICE)
    assert PRACTICE.checksum != replace(PRACTICE, subtitle="Другая").checksum


def test_a_screen_reader_finds_language_title_bookmarks_and_structure() -> None:
    reader = read(PRACTICE)
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "ru-RU"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata and reader.metadata.title == "Один вопрос к уроку"
    assert titles(reader.outline) == ["Один вопрос к уроку", ["План и факт", "Паспорт"]]
    roles = [element.get_object()["/S"] for element in root["/StructTreeRoot"]["/K"].get_object()["/K"]]
    assert roles[:4] == ["/H1", "/P", "/H2", "/Table"]
    assert {"/Div", "/L"} <= set(roles)


def test_a_long_table_breaks_over_sheets_and_repeats_its_head() -> None:
    rows = [[str(number), f"строка {number}"] for number in range(120)]
    reader = read(Paper("Реестр", [Table(["№", "Что делается"], rows, widths=(1, 9))]))

    assert len(reader.pages) > 2
    assert all("Что делается" in page.extract_text() for page in reader.pages)
    assert all(f"строка {number}" in words_of(reader) for number in (0, 60, 119))


def test_a_cell_longer_than_a_sheet_is_no_error() -> None:
    assert len(read(Paper("Длинное", [Table(["а", "б"], [["1", "слово " * 3000]])])).pages) > 1


@pytest.mark.parametrize(
    "odd", ["", "\x00\x07", "<img src=x onerror=alert(1)>", "]]>&amp;", "🙂 ŋ 漢", "а" * 400, "‮абв"]
)
def test_odd_words_are_printed_as_words(odd: str) -> None:
    assert to_pdf(Paper(odd, [Paragraph(odd), Table([odd], [[odd]])], subtitle=odd, bank=odd)).startswith(b"%PDF")


def test_an_official_paper_has_no_colour() -> None:
    strokes = "\n".join(page.get_contents().get_data().decode("latin-1") for page in read(ORDER).pages)  # type: ignore[union-attr]
    colours = set(re.findall(r"^([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)$", strokes, re.MULTILINE))

    assert colours
    assert all(red == green == blue for red, green, blue in colours)


def test_the_colours_differ_in_grey_or_carry_words() -> None:
    """Blue and red are ink of the same weight: tips and words tell the voices apart, and both stay dark on white."""

    def lightness(colour: Any) -> float:
        return float(0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue)

    assert all(lightness(colour) < 0.5 for colour in (inks.INK, inks.INK_2, inks.BLUE, inks.RED, inks.WARN))


def test_a_picture_is_drawn_and_described() -> None:
    reader = read(Paper("Итоги", (Picture(png(), "Две учительницы разбирают тетради", "Встреча в мае"),)))

    assert len(reader.pages[0].images) == 1
    assert "Встреча в мае" in words_of(reader)
    figures = [tag for tag in structure(reader) if tag.get("/S") == "/Figure"]
    assert [str(tag["/Alt"]) for tag in figures] == ["Две учительницы разбирают тетради"]


def test_bytes_that_are_no_picture_leave_their_words() -> None:
    assert "Схема класса" in words_of(read(Paper("Итоги", (Picture(b"?", "Схема класса"),))))


def structure(reader: PdfReader) -> list[Any]:
    """Every element of the structure, in reading order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        tag = waiting.pop().get_object()
        if isinstance(tag, dict) and "/S" in tag:
            found.append(tag)
            waiting += list(tag["/K"])
    return found


@pytest.mark.parametrize("style", list(Style))
def test_the_last_sheet_is_never_nearly_empty(style: Style) -> None:
    words = "Наставник и наставляемый смотрят на один и тот же урок и записывают, что увидели. " * 3
    for count in (8, 9, 13, 14, 17):
        paper = replace(PRACTICE, style=style, letterhead=None, parts=[Paragraph(words)] * count)
        reader = read(paper)
        if len(reader.pages) > 1:
            lines = reader.pages[-1].extract_text().strip().splitlines()
            assert len(lines) >= 7, f"{count} paragraphs: {lines}"
