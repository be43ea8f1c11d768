"""Every blank that people leave is found, and nothing that only looks like one."""

import pytest

from cms.blanks.finding import Passage, find_blanks, hunt


@pytest.mark.parametrize(
    "text",
    [
        "в ____________ районе",
        "«__» сентября",
        "от _ _ _ 2023",
        "срок: дд.мм.гггг",
        "до ДД.ММ.ГГГГ",
        "мм.гггг",
        "гггг год",
        "приказ №",
        "приказ № от 25.09.2023",
        "приказ №, утвердивший",
        "школа № .",
        "фамилия ........",
        "………",
    ],
)
def test_a_blank_is_found(text):
    assert find_blanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "приказ № 07-01-05-503",
        "№Р-145",
        "№ п/п",
        "школа №\u00a04",
        "snake_case",
        "и так далее…",
        "25.09.2023",
        "Приложение № 1 (список)",
        "№\n07-01",
    ],
)
def test_what_is_filled_in_is_no_blank(text):
    assert not find_blanks(text)


def test_a_blank_is_told_with_its_place_and_the_words_around_it():
    spots = hunt([Passage("Пункт 3. Текст", "Назначить координатором ________ в срок до «__» октября")])

    assert [spot.blank for spot in spots] == ["________", "__"]
    assert str(spots[0]) == "Пункт 3. Текст: «Назначить координатором ________ в срок до «__» октября»"


def test_the_words_around_a_blank_are_whole():
    text = "Утвердить персональные положения о системе наставничества педагогов и обучающихся – до ____; " * 2
    for _blank, excerpt in find_blanks(text):
        told = excerpt.strip("…").split()
        assert len(told) > 2 and set(told) <= set(text.split())
    assert find_blanks(f"{'а' * 90} ____ {'б' * 90}") == [("____", "…____…")]
