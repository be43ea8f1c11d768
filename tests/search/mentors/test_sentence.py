"""What is shown is said in good Russian for any number and any combination."""

from typing import Any

import pytest

from search.faceted.address import Search
from search.mentors import sentence
from search.mentors.catalogue import search_for
from search.mentors.facets import BY_NAME
from search.mentors.vocabulary import Vocabulary

D = [f"d{n:02d}" for n in range(1, 31)]
S = [f"s{n:02d}" for n in range(1, 25)]


def _search(text: str = "", **chosen: Any) -> Search:
    return search_for(text=text, chosen={name: tuple(codes.split()) for name, codes in chosen.items()})


@pytest.mark.parametrize(
    ("total", "search", "expected"),
    [
        # nothing chosen
        (5401, _search(), "В банке 5 401 наставник"),
        (4912, _search(), "В банке 4 912 наставников"),
        (22, _search(), "В банке 22 наставника"),
        # one district, with its own words
        (1, _search(district="klyuchi"), "1 наставник в Ключевском районе"),
        (3, _search(district="klyuchi"), "3 наставника в Ключевском районе"),
        (11, _search(district="lipovets"), "11 наставников в Липовецком районе"),
        (5, _search(district="vladimir"), "5 наставников во Владимирском районе"),
        # several districts, up to ten in words
        (12, _search(district="klyuchi lipovets"), "12 наставников в двух районах"),
        (12, _search(district=" ".join(D[:3])), "12 наставников в трёх районах"),
        (12, _search(district=" ".join(D[:4])), "12 наставников в четырёх районах"),
        (12, _search(district=" ".join(D[:5])), "12 наставников в пяти районах"),
        (12, _search(district=" ".join(D[:6])), "12 наставников в шести районах"),
        (12, _search(district=" ".join(D[:7])), "12 наставников в семи районах"),
        (12, _search(district=" ".join(D[:8])), "12 наставников в восьми районах"),
        (12, _search(district=" ".join(D[:9])), "12 наставников в девяти районах"),
        (12, _search(district=" ".join(D[:10])), "12 наставников в десяти районах"),
        (12, _search(district=" ".join(D[:11])), "12 наставников в 11 районах"),
        (12, _search(district=" ".join(D[:21])), "12 наставников в 21 районе"),
        (12, _search(district=" ".join(D[:22])), "12 наставников в 22 районах"),
        (12, _search(district=" ".join(D[:30])), "12 наставников в 30 районах"),
        # subjects
        (12, _search(subject="mathematics"), "12 наставников по математике"),
        (21, _search(subject="russian"), "21 наставник по русскому языку"),
        (2, _search(subject="safety"), "2 наставника по основам безопасности и защиты Родины"),
        (2, _search(subject="technology"), "2 наставника по труду (технологии)"),
        (2, _search(subject="native"), "2 наставника по родному языку и литературе"),
        (7, _search(subject="mathematics russian"), "7 наставников по математике и русскому языку"),
        (7, _search(subject="mathematics mhk"), "7 наставников, предметы: математика, МХК"),
        (7, _search(subject="mathematics native"), "7 наставников, предметы: математика, родной язык и литература"),
        (1, _search(subject="mhk"), "1 наставник, предмет: МХК"),
        (9, _search(subject="mathematics russian safety"), "9 наставников по трём предметам"),
        (9, _search(subject=" ".join(S[:11])), "9 наставников по 11 предметам"),
        (9, _search(subject=" ".join(S[:21])), "9 наставников по 21 предмету"),
        # subject and place
        (
            12,
            _search(subject="mathematics", district="klyuchi lipovets"),
            "12 наставников по математике в двух районах",
        ),
        (1, _search(subject="russian", district="klyuchi"), "1 наставник по русскому языку в Ключевском районе"),
        (4, _search(subject="mhk", district="klyuchi"), "4 наставника в Ключевском районе, предмет: МХК"),
        # words that name a subject, in any form
        (12, _search("математика", district="klyuchi lipovets"), "12 наставников по математике в двух районах"),
        (12, _search("математике"), "12 наставников по математике"),
        (12, _search("РУССКИЙ ЯЗЫК"), "12 наставников по русскому языку"),
        # other words
        (1, _search("Гордеева"), "1 наставник, запрос «Гордеева»"),
        (2, _search("Гордеева", district="klyuchi"), "2 наставника в Ключевском районе, запрос «Гордеева»"),
        (2, _search("егэ", subject="mathematics"), "2 наставника по математике, запрос «егэ»"),
        (2, _search("физика", subject="mathematics"), "2 наставника по математике, запрос «физика»"),
        (3, _search("мхк"), "3 наставника, предмет: МХК"),
        # conditions that stand in the chips alone
        (6, _search(category="highest"), "6 наставников"),
        (6, _search(category="highest", district="klyuchi"), "6 наставников в Ключевском районе"),
        (6, _search(places="free", subject="mathematics"), "6 наставников по математике"),
    ],
)
def test_headline(total: int, search: Search, expected: str, vocabulary: Vocabulary) -> None:
    assert _plain(sentence.headline(total, search, vocabulary)) == expected


def test_a_mended_word_is_named_as_it_was_searched(vocabulary: Vocabulary) -> None:
    found = sentence.headline(12, _search("математека"), vocabulary, used_text="математика")
    assert _plain(found) == "12 наставников по математике"


def test_long_words_are_cut(vocabulary: Vocabulary) -> None:
    found = sentence.headline(1, _search("слово " * 30), vocabulary)
    assert len(found) < 90
    assert "…»" in found


@pytest.mark.parametrize(
    ("total", "search", "expected"),
    [
        (5401, _search(), "Найден 5 401 наставник."),
        (1, _search("Гордеева"), "Найден 1 наставник: «Гордеева»."),
        (
            12,
            _search(district="klyuchi lipovets", category="highest"),
            "Найдено 12 наставников: район: Ключевской, Липовецкий; "
            "категория наставника: высшая категория.",
        ),
        (
            3,
            _search(direction="exams", meeting="distance in-person"),
            "Найдено 3 наставника: направление: подготовка к ОГЭ и ЕГЭ; формат встреч: дистанционно, лично.",
        ),
        (2, _search(district="klyuchi", organisation="lyceum"),
         "Найдено 2 наставника: район: Ключевской; организация: Лицей № 4."),
    ],
)  # fmt: skip
def test_description_names_every_condition(total: int, search: Search, expected: str, vocabulary: Vocabulary) -> None:
    assert _plain(sentence.description(total, search, vocabulary)) == expected


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (_search(), "В банке пока нет наставников"),
        (_search("астрономия"), "По запросу «астрономия» никто не нашёлся"),
        (_search(district="klyuchi"), "Под это условие никто не подошёл"),
        (_search("астрономия", district="klyuchi"), "Под оба условия никто не подошёл"),
        (_search("а", district="klyuchi", category="first"), "Под все три условия никто не подошёл"),
        (
            _search("а", district="klyuchi", category="first", places="free"),
            "Под все четыре условия никто не подошёл",
        ),
        (
            _search("а", **dict.fromkeys(BY_NAME, "x")),
            "Под все 11 условий никто не подошёл",
        ),
    ],
)
def test_nobody(search: Search, expected: str) -> None:
    assert _plain(sentence.nobody(search)) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0, "Никто не подошёл. Посмотрите, какое условие можно убрать."),
        (1, "Найден 1 наставник."),
        (3, "Найдено 3 наставника."),
        (11, "Найдено 11 наставников."),
        (101, "Найден 101 наставник."),
    ],
)
def test_announcement(total: int, expected: str) -> None:
    assert _plain(sentence.announcement(total)) == expected


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
