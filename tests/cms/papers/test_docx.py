"""What an office gets in a DOCX: the same words, in styles that can be edited."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.document import Document

from cms.papers.docx.writing import to_docx
from cms.papers.words import Paper, Paragraph, Picture, Table
from tests.cms.papers.samples import ORDER, PRACTICE, png


def read(paper: Paper) -> Document:
    return docx.Document(BytesIO(to_docx(paper)))


def words_of(document: Document) -> str:
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join(texts).split())


def test_every_word_of_a_practice_is_there() -> None:
    words = words_of(read(PRACTICE))

    for said in ("Один вопрос к уроку", "Раздел первый", "≥ 8", "‹ Наставник", "И молчу.", "Илья решил не отвечать."):
        assert said in words
    for said in ("Лист <b>на 24 критерия</b> & отменили.", "1.1. Его подпункт", "1. https://example.org/?a=1&b=2"):
        assert said in words
    assert "Пустое" not in words


def test_an_order_is_set_by_the_office_standard() -> None:
    document = read(ORDER)

    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert normal.font.size.pt == 14
    assert normal.paragraph_format.line_spacing == 1.5
    assert "УТВЕРЖДЕНО приказом управления от 18.09.2023 № 214-о" in words_of(document)
    assert document.core_properties.title == "О системе наставничества"
    assert f"Контрольная сумма {ORDER.checksum[:8]}" in document.sections[0].footer.paragraphs[0].text


def test_the_same_words_are_the_same_bytes() -> None:
    assert to_docx(PRACTICE) == to_docx(PRACTICE)


@pytest.mark.parametrize("odd", ["", "\x00\x07", "<w:p/>", "]]>&amp;", "🙂 漢", "а" * 400])
def test_odd_words_are_written_as_words(odd: str) -> None:
    read(Paper(odd, [Paragraph(odd), Table([odd], [[odd]])], subtitle=odd, bank=odd))


def test_a_picture_is_there_with_its_words() -> None:
    document = read(Paper("Итоги", (Picture(png(), "Две учительницы разбирают тетради", "Встреча в мае"),)))

    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == [
        "Две учительницы разбирают тетради"
    ]
    assert "Встреча в мае" in words_of(document)


def test_bytes_that_are_no_picture_leave_their_words() -> None:
    assert "Схема класса" in words_of(read(Paper("Итоги", (Picture(b"?", "Схема класса"),))))
