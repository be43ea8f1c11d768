"""The mentors' own words: grammatical, without traces of the machine, and unlike their neighbours'."""

import re
from itertools import pairwise

import pytest

from demo.shapes import DemoRegion
from demo.texts.compose import SUBJECTS, agreed
from demo.texts.directions import DIRECTIONS
from mentoring.reference import seed

_TRACES = re.compile(r"[{}<>|]|\s\s|\s[,.;:!?]|\.\.|None|\bx\b|\by\b")
_MASCULINE = re.compile(
    r"\b(Готов|готов|Рад|рад|собрал|провёл|Составил|Пришёл|отменил|Закончил|Выиграл|вернулся|вёл)\b"
)
_FEMININE = re.compile(
    r"\b(Готова|готова|рада|собрала|провела|Составила|Пришла|отменила|Закончила|Выиграла|вернулась)\b"
)


def test_every_subject_and_direction_has_its_words() -> None:
    assert {entry.code for entry in seed.SUBJECTS} == set(SUBJECTS)
    assert {entry.code for entry in seed.DIRECTIONS} == set(DIRECTIONS)


def test_no_text_shows_traces_of_its_making(demo: DemoRegion) -> None:
    texts = [text for row in demo.mentors for text in (row.about, row.case_title, row.position, row.honours) if text]
    assert [text for text in texts if _TRACES.search(text)] == []


def test_every_text_begins_with_a_capital_and_ends_a_sentence(demo: DemoRegion) -> None:
    for row in demo.mentors:
        assert re.match(r"[А-ЯЁ«]", row.about), row.about
        assert row.about.endswith("."), row.about


def test_every_text_is_one_to_four_sentences(demo: DemoRegion) -> None:
    lengths = {len(re.findall(r"\.(?:\s|$)", row.about)) for row in demo.mentors}
    assert lengths == {1, 2, 3, 4}


def test_women_and_men_speak_in_their_own_gender(demo: DemoRegion) -> None:
    women = [row.about for row in demo.mentors if row.person.is_female]
    men = [row.about for row in demo.mentors if not row.person.is_female]
    assert [text for text in women if _MASCULINE.search(text)] == []
    assert [text for text in men if _FEMININE.search(text)] == []
    assert any(_FEMININE.search(text) for text in women)
    assert any(_MASCULINE.search(text) for text in men)


@pytest.mark.parametrize(("is_female", "text"), [(True, "Сама рада помочь."), (False, "Сам рад помочь.")])
def test_agreement_chooses_one_of_two_forms(is_female: bool, text: str) -> None:
    assert agreed("{Сам/Сама} {рад/рада} помочь.", is_female) == text


def test_neighbours_in_a_list_of_one_subject_begin_differently(demo: DemoRegion) -> None:
    """A teacher who reads the mathematicians of a district sees no two openings alike in a row."""
    for subject in ("mathematics", "primary", "russian", "english"):
        rows = [row for row in demo.mentors if row.who == "teacher" and row.subjects[0] == subject]
        openings = [row.about.split(".")[0] for row in rows]
        assert sum(one == other for one, other in pairwise(openings)) <= 0.005 * len(openings)


def test_texts_hardly_repeat(demo: DemoRegion) -> None:
    teachers = [row.about for row in demo.mentors if row.who == "teacher"]
    assert len(set(teachers)) > 0.95 * len(teachers)


def test_kindergartens_do_not_speak_of_lessons(demo: DemoRegion) -> None:
    gardens = {row.code for row in demo.organisations if row.kind == "kindergarten"}
    educators = [row for row in demo.mentors if row.organisation in gardens and row.position == "Воспитатель"]
    assert educators
    assert [row.about for row in educators if re.search(r"\bурок|\bклассн|ОГЭ|отметк", row.about)] == []
