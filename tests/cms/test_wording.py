"""Russian nouns after numbers, and digits that never part at a line's end."""

from decimal import Decimal

import pytest

from cms.wording import agree, counted, grouped, sentence, within


@pytest.mark.parametrize(
    ("form", "numbers"),
    {
        "место": (1, 21, 101, 1001, 5401, -1),
        "места": (2, 3, 4, 22, 34, 102, 1004, -3),
        "мест": (0, 5, 10, 11, 12, 13, 14, 19, 20, 25, 111, 112, 1011, 1114, -11),
    }.items(),
)
def test_noun_agrees(form: str, numbers: tuple[int, ...]) -> None:
    assert {agree(number, "место", "места", "мест") for number in numbers} == {form}


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (999, "999"), (5401, "5\u00a0401"), (1_000_000, "1\u00a0000\u00a0000"), (-12_345, "−12\u00a0345")],
)
def test_thousands_are_grouped(number: int, words: str) -> None:
    assert grouped(number) == words


def test_fraction_has_a_comma() -> None:
    assert grouped(Decimal("1250.55"), 1) == "1\u00a0250,6"
    assert grouped(-0.01, 1) == "0,0"


def test_number_and_noun_stay_together() -> None:
    assert counted(22, "наставник", "наставника", "наставников") == "22\u00a0наставника"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Исполнение контролирует Лосева В. А.", "Исполнение контролирует Лосева В. А."),
        ("Исполнение контролирует Лосева Вера", "Исполнение контролирует Лосева Вера."),
        ("Ждём до 3 мая 2026 г. ", "Ждём до 3 мая 2026 г."),
        ("Ответьте на «Что помогло?»", "Ответьте на «Что помогло?»."),
        ("Готово!", "Готово!"),
    ],
)
def test_a_sentence_has_one_full_stop(words: str, said: str) -> None:
    assert sentence(words) == said


@pytest.mark.parametrize(
    ("words", "inside"),
    [("Русский язык", "русский язык"), ("История России", "история России"), ("ИЗО", "ИЗО"), ("", ""), ("Я", "я")],
)
def test_words_inside_a_sentence(words, inside):
    assert within(words) == inside
