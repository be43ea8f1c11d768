"""What people read is plain Russian: no forms with a slash, words that agree, wishes as a person would say them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentoring.bank.words import experience_words, led, said
from mentoring.reference.spoken import spoken
from tests.servers import ROOT

PACKAGES = ("cms", "mentoring", "bestpractices", "search", "demo")
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext"}
#: Two words with a slash between them: «педагог/воспитатель», «готов/готова», «наставник(ца)».
EITHER = re.compile(r"(?<![\w/])[а-яё]{2,}/[а-яё]+|[а-яё]\((?:а|ая|ца|ка|на)\)|[а-яё]+ен \([а-яё]+на\)", re.IGNORECASE)
ALLOWED = {"да/нет"}
#: A word after a number that stands for two at once.
DOUBTFUL = re.compile(r"пара или группа|наставник или наставница")


def messages() -> Iterator[tuple[str, str]]:
    """(file, text) of every template and of every string that goes through gettext."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield (
            str(path.relative_to(ROOT)),
            re.sub(r"\{%\s*comment\s*%\}.*?\{%\s*endcomment\s*%\}", "", path.read_text(), flags=re.S),
        )
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from ((str(path.relative_to(ROOT)), text) for text in _translated(path))


def _translated(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT:
            yield from (
                part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


def test_no_text_of_the_interface_offers_two_words_with_a_slash() -> None:
    found = [(file, words) for file, text in messages() for words in EITHER.findall(text)]

    assert [(file, words) for file, words in found if words.lower() not in ALLOWED] == []


def test_no_number_is_followed_by_two_words_at_once() -> None:
    assert [file for file, text in messages() if DOUBTFUL.search(text)] == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((), ""),
        (("0-3",), "До 3 лет"),
        (("0-3", "0-10"), "До 10 лет"),
        (("0-3", "21-30", "31-40"), "До 3 или от 21 до 40 лет"),
        (("0-10", "11-20"), "До 20 лет"),
        (("31-40", "11-20"), "От 11 до 20 или от 31 до 40 лет"),
        (("0-3", "0-10", "11-20", "21-30", "31-40"), "Любой"),
        (("no such band",), ""),
    ],
)
def test_a_wish_is_said_as_a_person_would(values: tuple[str, ...], words: str) -> None:
    assert experience_words(values) == words


@pytest.mark.parametrize(
    ("pairs", "groups", "words"),
    [(1, 0, "1\u00a0пара"), (0, 1, "1\u00a0группа"), (3, 2, "3\u00a0пары и 2\u00a0группы"), (5, 0, "5\u00a0пар")],
)
def test_pairs_and_groups_are_told_apart(pairs: int, groups: int, words: str) -> None:
    assert led(pairs, groups) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Молодой/начинающий педагог", "Молодой педагог"),
        ("молодой/начинающий педагог", "молодой педагог"),
        ("Педагог, находящийся в процессе адаптации на новом месте работы", "Педагог на новом месте работы"),
        ("Воспитатель/няня", "Воспитатель или няня"),
        ("Обучающийся", "Обучающийся"),
        ("Учебный год 2024/25", "Учебный год 2024/25"),
    ],
)
def test_names_of_the_paper_are_spoken_plainly(name: str, words: str) -> None:
    assert spoken(name) == words


def test_names_with_a_comma_are_parted_so_that_each_is_seen() -> None:
    assert said(["Молодой педагог", "Студент"]) == "Молодой педагог, студент"
    assert said(["Педагог, вернувшийся в профессию", "Студент"]) == "Педагог, вернувшийся в профессию; студент"
