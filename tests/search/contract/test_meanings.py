"""Words that mean a value, conditions, and words that are left out: the same on every engine."""

from __future__ import annotations

import pytest

from search.embedded.refreshing import known_words
from search.interface import Engine, Query
from search.language.meanings import Meaning, Meanings
from search.registry import registry
from tests.search.contract.reference import Bank
from tests.search.sample.kind import SCHEMA, WATCHES, document, documents
from tests.search.sample.models import SynonymGroup, Teacher

MEANINGS = Meanings(
    (
        Meaning("subject", "Труд", ("Труд",)),
        Meaning("subject", "Химия", ("Химия",)),
        Meaning("places", "free", ("есть места", "свободно"), is_condition=True),
    )
)
DOCUMENTS = [
    document(1, "Иванова Анна", about="технологии и труд", places=1),
    document(2, "Петров Лев", subjects=["Труд"]),
    document(3, "Белых Вера", about="трудовик мастерит", places=2),
    document(4, "Свободно Анна", subjects=["Химия"], about="есть места в кружке"),
    document(5, "Сёмина Ольга", subjects=["Химия", "Труд"], places=1),
    document(6, "Ли Анна", subjects=["Химия"]),
]


@pytest.fixture
def bank(contracted: Engine) -> Engine:
    registry.register(SCHEMA, model=Teacher, documents=documents, watches=WATCHES, meanings=lambda: MEANINGS)
    SynonymGroup.objects.create(phrases="труд,трудовик,технологии")
    contracted.put(SCHEMA.kind, DOCUMENTS)
    return contracted


def found(engine: Engine, text: str, **filters: tuple[str, ...]) -> list[int]:
    return [hit.id for hit in engine.search(SCHEMA.kind, Query(text, filters)).hits]


@pytest.mark.parametrize("text", ["труд", "трудовик", "технологии", "труда анна", "химия труд"])
def test_the_order_is_that_of_the_rules(bank: Engine, text: str) -> None:
    expected = Bank(SCHEMA, DOCUMENTS, known_words(SCHEMA.kind)).expect(Query(text, literal=True))
    result = bank.search(SCHEMA.kind, Query(text, literal=True))
    assert (result.total, [hit.id for hit in result.hits]) == (expected.total, expected.ids)


def test_who_has_the_value_comes_before_who_says_the_word(bank: Engine) -> None:
    assert set(found(bank, "трудовик")[:2]) == {2, 5}
    assert set(found(bank, "трудовик")[2:]) == {1, 3}


@pytest.mark.parametrize("begun", ["трудов", "трудови", "техноло", "анна трудов"])
def test_the_beginning_of_a_word_means_what_the_word_does(bank: Engine, begun: str) -> None:
    whole = begun.replace("трудови", "трудов").replace("трудов", "трудовик").replace("техноло", "технологии")
    assert set(found(bank, begun)) == set(found(bank, whole))
    assert set(found(bank, begun)[:1]) <= {2, 5} or "анна" in begun
    expected = Bank(SCHEMA, DOCUMENTS, known_words(SCHEMA.kind)).expect(Query(begun))
    assert found(bank, begun) == expected.ids


def test_a_condition_is_as_if_it_had_been_chosen(bank: Engine) -> None:
    result, ticked = bank.search(SCHEMA.kind, Query("труд, есть места")), Query("труд", {"places": ("free",)})
    assert [hit.id for hit in result.hits] == [hit.id for hit in bank.search(SCHEMA.kind, ticked).hits]
    assert result.facets == bank.search(SCHEMA.kind, ticked).facets
    assert [(one.facet, one.codes, one.typed) for one in result.told.understood] == [
        ("places", ("free",), "есть места")
    ]
    assert bank.search(SCHEMA.kind, Query("труд, есть места", literal=True)).told.understood == ()


def test_who_wrote_the_words_or_is_named_so_is_not_hidden(bank: Engine) -> None:
    assert found(bank, "кружок есть места") == [4]
    assert found(bank, "свободно") == [4]


def test_what_nobody_has_is_left_out_and_named(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("химия фламинго"))
    assert {hit.id for hit in result.hits} == {4, 5, 6}
    assert result.told.left_out == ("фламинго",)
    assert bank.search(SCHEMA.kind, Query("химия фламинго", literal=True)).total == 0
    assert bank.search(SCHEMA.kind, Query("фламинго")).total == 0


def test_a_little_word_is_a_surname_beside_a_name(bank: Engine) -> None:
    assert found(bank, "ли анна") == found(bank, "Анна Ли") == [6]
    assert set(found(bank, "есть ли химия")) == {4, 5, 6}


def test_conditions_stay_where_no_word_beside_them_is_found(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("фламинго есть места"))
    assert [hit.id for hit in result.hits] == [hit.id for hit in bank.search(SCHEMA.kind, Query("есть места")).hits]
    assert result.told.left_out == ("фламинго",)


def test_a_surname_is_not_left_out_for_a_given_name_or_an_initial(bank: Engine) -> None:
    for text, left_out in (("иванова ольга", "ольга"), ("Петрова Б", "Б"), ("анна петровым", "анна")):
        result = bank.search(SCHEMA.kind, Query(text))
        assert len(result.hits) == 1
        assert result.told.left_out == (left_out,)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("Захаренко Анна", "Анна"), ("Захаренко химия", "химия"), ("Ивонавая Вера", "Вера"), ("Захаренко есть места", "")],
)
def test_nobody_stands_under_a_surname_that_nobody_has(bank: Engine, text: str, rest: str) -> None:
    result = bank.search(SCHEMA.kind, Query(text))
    assert (result.total, result.told.left_out, result.told.narrow) == (0, (), rest)


def test_a_mistyped_word_of_a_group_is_mended_although_nobody_wrote_it(bank: Engine) -> None:
    SynonymGroup.objects.create(phrases="химия,колбочки")
    bank.forget()
    result = bank.search(SCHEMA.kind, Query("колбачки"))
    assert {hit.id for hit in result.hits} == {4, 5, 6}
    assert result.correction is not None
    assert result.correction.used == "колбочки"


def test_words_of_asking_alone_show_everybody_and_say_so(bank: Engine) -> None:
    result = bank.search(SCHEMA.kind, Query("найти наставника"))
    assert (result.total, result.told.tells_nothing) == (6, True)
