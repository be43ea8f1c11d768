"""Sentences and everyday words find whom they mean: cases of use, and shares on longer lists."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cases.conftest import Asking

HERE = Path(__file__).parent


def lines(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def ids(answer: dict[str, object]) -> list[int]:
    return [item["id"] for item in answer["items"]]  # type: ignore[attr-defined]


def is_right(asking: Asking, text: str, facet: str, code: str, among: int = 10) -> bool:
    """Whether somebody with this value is among the first: the answer narrowed to the value has the same order."""
    right, first = ids(asking.mentors(text, **{facet: code})), ids(asking.mentors(text))[:among]
    return bool(right) and right[0] in first


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize(
    ("text", "facet", "code"),
    [
        ("ОБЖ", "subject", "safety"),
        ("ОБЗР", "subject", "safety"),
        ("физ-ра", "subject", "physical-education"),
        ("англ яз", "subject", "english"),
        ("англичанка", "subject", "english"),
        ("музрук", "subject", "music"),
        ("труд", "subject", "technology"),
        ("трудовик", "subject", "technology"),
        ("индивидуальный проект", "subject", "individual-project"),
        ("ГИА", "direction", "exams"),
        ("план урока", "direction", "lesson-design"),
        ("нем яз", "subject", "german"),
        ("изошник", "subject", "fine-art"),
        ("буллинг", "direction", "discipline"),
        ("оснoвы безопасности и защиты Родины".replace("o", "о"), "subject", "safety"),
        ("подготовка к ОГЭ и ЕГЭ", "direction", "exams"),
        ("олмпиада", "direction", "gifted"),
        ("физкльтура", "subject", "physical-education"),
        ("английский 5-9 класс", "subject", "english"),
        ("на высшую категорию", "direction", "certification"),
    ],
)
def test_all_people_with_the_value_come_before_whoever_mentions_the_word(
    asking: Asking, text: str, facet: str, code: str
) -> None:
    have = asking.mentors("", **{facet: code})["total"]
    answer = asking.mentors(text, size=48)
    narrowed = asking.mentors(text, size=48, **{facet: code})
    assert narrowed["total"] == have > 0
    assert ids(answer)[: min(have, 48)] == ids(narrowed)[: min(have, 48)]


def test_teachers_words_reach_their_share(asking: Asking) -> None:
    asked = list(lines("teachers_words.tsv"))
    missed = [text for text, facet, code in asked if not is_right(asking, text, facet, code, among=1)]
    assert len(missed) <= 0.1 * len(asked), missed


def test_sentences_reach_their_share(asking: Asking) -> None:
    asked = list(lines("requests.tsv"))
    assert len(asked) >= 80
    missed = [text for text, facet, code in asked if not is_right(asking, text, facet, code)]
    assert len(missed) <= 0.05 * len(asked), missed


def test_one_word_that_nobody_wrote_empties_no_sentence(asking: Asking) -> None:
    asked = [(f"{text} караоке", facet, code) for text, facet, code in lines("requests.tsv")]
    missed = [text for text, facet, code in asked if not is_right(asking, text, facet, code)]
    assert len(missed) <= 0.05 * len(asked), missed


@pytest.mark.parametrize("word", ["завуч", "зам директора", "музыкальный руководитель", "заведующая", "директор"])
def test_a_post_finds_those_who_hold_it(asking: Asking, word: str) -> None:
    assert asking.mentors(word)["total"] > 0


@pytest.mark.parametrize("word", ["иностранный язык", "иняз", "ин яз", "иностранка", "иностранного языка"])
def test_a_foreign_language_is_any_of_them(asking: Asking, word: str) -> None:
    for code in ("english", "german", "french", "chinese"):
        assert asking.mentors(word, subject=code)["total"] == asking.mentors("", subject=code)["total"]


class TestRequests:
    @pytest.mark.parametrize("word", ["караоке", "тарелка", "фламинго"])
    def test_a_word_that_nobody_has_is_left_out_and_named(self, asking: Asking, word: str) -> None:
        answer = asking.mentors(f"химия {word}")
        assert answer["total"] == asking.mentors("химия")["total"]
        assert answer["left_out"] == [word]
        assert f"Показано без слова «{word}»" in text_of(asking.page(f"химия {word}"))
        assert asking.mentors(f"химия {word}", exact=1)["total"] == 0

    @pytest.mark.parametrize("text", ["ищу", "помогите найти наставника", "нужна помощь", "кто может помочь", "!!!"])
    def test_words_of_asking_alone_say_so(self, asking: Asking, text: str) -> None:
        shown = text_of(asking.page(text))
        assert f"запрос «{text}»" not in shown
        assert f"В запросе «{text}» нет слов, по которым можно искать" in shown

    def test_few_are_followed_by_the_way_to_more_with_its_true_number(self, asking: Asking) -> None:
        page = asking.page("онлайн доска караоке физика")
        ways = re.findall(r'href="([^"]+)"[^>]*>без слов[^<]*</a>: (\d+)', html.unescape(page).replace("\u00a0", ""))
        for address, number in ways:
            text = parse_qs(urlsplit(address).query)["q"][0]
            assert asking.mentors(text)["total"] == int(number)


class TestConditions:
    @pytest.mark.parametrize(
        ("text", "chosen"),
        [
            ("стаж 20 лет", {"experience": ["11-20"]}),
            ("высшая категория", {"category": ["highest"]}),
            ("с первой категорией", {"category": ["first"]}),
            ("без категории", {"category": ["none"]}),
            ("дистанционно", {"meeting": ["distance"]}),
            ("онлайн", {"meeting": ["distance"]}),
            ("в Ключевском районе", {"district": ["klyuchevskoy"]}),
            ("Ключевской р-н", {"district": ["klyuchevskoy"]}),
            ("город Северореченск", {"district": ["severorechensk"]}),
            ("1–4 класс", {"subject": ["primary"]}),
            ("есть свободные места", {"places": ["free"]}),
            ("стаж больше 30 лет", {"experience": ["31-40", "41-99"]}),
            ("cnf; 20 ktn", {"experience": ["11-20"]}),
        ],
    )
    def test_it_is_as_if_it_had_been_chosen(self, asking: Asking, text: str, chosen: dict[str, list[str]]) -> None:
        answer, ticked = asking.mentors(text), asking.mentors("", **chosen)
        assert answer["total"] == ticked["total"]
        assert ids(answer) == ids(ticked)
        assert {one["facet"]: sorted(one["codes"]) for one in answer["understood"]} == chosen

    @pytest.mark.parametrize("text", ["математика дистанционно", "химия, высшая категория, в Ключевском районе"])
    def test_counts_are_what_ticking_gives(self, asking: Asking, text: str) -> None:
        for facet in asking.mentors(text)["facets"]:
            for value in [one for one in facet["values"] if one["count"]][:3]:
                assert asking.mentors(text, **{facet["name"]: value["code"]})["total"] == value["count"]

    def test_it_is_said_and_undone_with_one_click(self, asking: Asking) -> None:
        page = asking.page("математика в Ключевском районе")
        shown = text_of(page)
        assert "по математике в Ключевском районе" in shown
        assert "Понято как условие: Ключевской район" in shown
        undo = re.search(r'href="([^"]*exact=1[^"]*)"[^>]*>Искать слова', page)
        assert undo is not None
        assert "Понято как условие" not in asking.page("математика в Ключевском районе", exact=1)

    @pytest.mark.parametrize("text", ["первая школа", "онлайн-доска", "дистанционные технологии", "опыт"])
    def test_a_word_that_says_something_of_the_next_one_is_a_word(self, asking: Asking, text: str) -> None:
        assert asking.mentors(text)["understood"] == []

    def test_what_cannot_be_together_is_left_out(self, asking: Asking) -> None:
        answer = asking.mentors("китайский 1-4 класс")
        assert answer["total"] > 0


class TestNamesAndLayout:
    def test_a_surname_that_is_a_little_word_is_nobody_else(self, asking: Asking) -> None:
        for text in ("Ли", "ли", "На", "о"):
            for item in asking.mentors(text)["items"]:
                assert text.lower() in item["name"].lower().split()

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("gj vfntvfnbrt", "по математике"),
            ("vfntvfnbrf jkbvgbflf", "математика олимпиада"),
            ("gj heccrjve zpsre", "по русскому языку"),
            ("hf,jnf c hjlbntkzvb", "работа с родителями"),
            ("j;", "ож"),
            ("yfxfkmyfz irjkf", "начальная школа"),
            ("gjvjotn gj abpbrt", "помощь по физике"),
            ("abphe", "физру"),
        ],
    )
    def test_the_other_layout_is_turned_as_a_whole(self, asking: Asking, typed: str, meant: str) -> None:
        assert ids(asking.mentors(typed)) == ids(asking.mentors(meant))
