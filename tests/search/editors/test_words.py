"""Words for the database's search: forms meet in their stems, nothing odd reaches its query language."""

import pytest
from modelsearch.query import MATCH_ALL, And, Or, Phrase, PlainText

from search.editors.words import in_words, index_text


def test_words_stand_in_order_before_their_stems() -> None:
    text = index_text("Ёлка для педагогов")
    assert text.startswith("елка для педагогов ")
    assert {"елк", "педагог"} <= set(text.split())


def test_lists_and_nothing_are_texts_too() -> None:
    assert index_text(["Аттестация", {"a": "Школа"}]).startswith("аттестация школа")
    assert index_text(None) == ""


@pytest.mark.parametrize("query", ["", "  ", "!!!", "\x00", '"', "«»", PlainText("***")])
def test_what_tells_nothing_finds_everything(query: object) -> None:
    assert in_words(query) is MATCH_ALL  # type: ignore[arg-type]


def test_operators_of_the_database_are_words_like_others() -> None:
    said = repr(in_words('NEAR("а" AND title:б*) OR x'))
    for sign in ("*", ":", "("):
        assert all(sign not in part for part in said.split("'")[1::2]), said


def test_every_part_of_a_query_is_read() -> None:
    query = in_words(And([PlainText("школы"), Phrase("Дом Учителя")]))
    assert isinstance(query, And)
    assert isinstance(query.subqueries[0], Or)
    assert query.subqueries[1].query_string == "дом учителя"


def test_three_thousand_words_are_cut() -> None:
    query = in_words("слово " * 3000)
    assert len(getattr(query, "subqueries", [])) < 100
