"""A correction is near, a word that is a word is never replaced, and nobody is shown under somebody else's surname."""

import os
import subprocess
import sys
import time
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from search.language.errors import one_letter_for_runs
from search.language.replacing import Trust, replacements, trusted
from search.language.spelling import Vocabulary, allowed_typos
from search.language.stems import stems
from tests.search.language.held import lone_words, mistyped, vocabulary


def shown(typed: str) -> str:
    """What is searched for a typed word: another word, or the typed one."""
    found = replacements(typed, vocabulary())
    return found[0].word if found and not found[0].offered else typed


def test_the_lists_are_long_enough() -> None:
    assert len(mistyped()) >= 350
    assert len(lone_words("absent")) >= 150
    assert len(lone_words("absent_surnames")) >= 90
    assert len(lone_words("far")) >= 40


def test_most_mistyped_words_are_read_as_they_were_meant() -> None:
    asked = mistyped()
    read = [(typed, meant, shown(typed)) for typed, meant in asked]
    missed = [one for one in read if not set(stems(one[2])) & set(stems(one[1]))]
    assert 1 - len(missed) / len(asked) >= 0.95, missed
    other_form = [one for one in read if one[2] != one[1]]
    assert 1 - len(other_form) / len(asked) >= 0.92, other_form


def test_a_word_of_the_dictionary_is_never_replaced() -> None:
    replaced = [(word, other) for word in lone_words("absent") if (other := shown(word)) != word]
    assert len(replaced) / len(lone_words("absent")) <= 0.01, replaced


def test_nobody_is_shown_under_a_surname_that_sounds_otherwise() -> None:
    replaced = [(name, other) for name in lone_words("absent_surnames") if (other := shown(name)) != name]
    assert len(replaced) / len(lone_words("absent_surnames")) <= 0.02, replaced


def test_what_is_no_word_and_near_none_has_no_correction_and_no_offer() -> None:
    assert {word: found for word in lone_words("far") if (found := replacements(word, vocabulary()))} == {}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("отестация", "аттестация"),
        ("каликтив", "коллектив"),
        ("учебнег", "учебник"),
        ("ращет", "расчет"),
        ("сдрасте", "здравствуйте"),
        ("физиииика", "физика"),
        ("нфизика", "физика"),
        ("йфизика", "физика"),
    ],
)
def test_two_likely_errors_are_nearer_than_two_unlikely_ones(typed: str, meant: str) -> None:
    """A correction keeps within the errors that a word of this length may hold, whatever they cost."""
    found = replacements(typed, Vocabulary([(meant, 5)]))
    assert all(OSA.distance(one_letter_for_runs(typed), one.word) <= allowed_typos(typed) for one in found)


@given(st.sampled_from(sorted(word for word, _ in mistyped())), st.integers(0, 20), st.sampled_from("абеиокнстрьщ"))
def test_a_correction_is_always_within_the_allowed_errors(word: str, place: int, letter: str) -> None:
    typed = one_letter_for_runs(word[:place] + letter + word[place:])
    for one in replacements(typed, vocabulary()):
        assert OSA.distance(typed, one.word) <= allowed_typos(typed), one


def test_a_form_that_nobody_wrote_is_mended_as_that_form() -> None:
    assert replacements("матиматикой", Vocabulary([("математика", 9)]))[0].word == "математикой"


def test_surnames_are_offered_and_given_names_mended() -> None:
    names = Vocabulary([("кузнецова", 3), ("екатерина", 4), ("сергеевна", 5)], ["кузнецова", "екатерина", "сергеевна"])
    assert [(one.word, one.offered) for one in replacements("кузницкова", names)] == []
    assert [(one.word, one.offered) for one in replacements("кузнещова", names)] == [("кузнецова", True)]
    assert [(one.word, one.offered) for one in replacements("кузницова", names)] == [("кузнецова", False)]
    assert [(one.word, one.offered) for one in replacements("икатерина", names)] == [("екатерина", False)]
    assert [(one.word, one.offered) for one in replacements("сергеефна", names)] == [("сергеевна", False)]


def test_a_surname_is_no_ordinary_word() -> None:
    assert replacements("лисников", Vocabulary([("лесничий", 40), ("лисенок", 3)])) == []


def test_a_real_word_is_offered_another_that_sounds_so() -> None:
    words = Vocabulary([("кружок", 40), ("компания", 3), ("высшая", 900)])
    assert [(one.word, one.offered) for one in replacements("кружек", words)] == [("кружок", True)]
    assert [(one.word, one.offered) for one in replacements("кампания", words)] == [("компания", True)]
    assert replacements("вышивка", words) == []


def test_a_stem_that_is_another_word_counts_only_while_no_word_is_nearer() -> None:
    words = Vocabulary([("меня", 503), ("мнения", 12), ("технология", 5), ("прошу", 7), ("просим", 2)])
    assert trusted("мения", words, by_stem=True, unfinished=False) == Trust(stem=False, beginning=False)
    assert trusted("технологиия", words, by_stem=True, unfinished=False) == Trust(stem=True, beginning=False)
    assert trusted("просов", words, by_stem=True, unfinished=False) == Trust(stem=False, beginning=False)


def test_a_beginning_counts_while_no_whole_word_is_that_near() -> None:
    words = Vocabulary([("классный", 9), ("класс", 90), ("психолог", 5), ("кластерный", 1), ("клавиатура", 2)])
    assert trusted("психол", words, by_stem=False, unfinished=True).beginning
    assert trusted("клас", words, by_stem=False, unfinished=True).beginning
    assert not trusted("кластирный", words, by_stem=False, unfinished=True).beginning


_ASKED = "from tests.search.language.test_replacing import answers; print(answers())"


def answers() -> list[list[str]]:
    """All readings of all hard words."""
    hard = [*(typed for typed, _ in mistyped()), *lone_words("absent"), *lone_words("absent_surnames")]
    return [[one.word for one in replacements(word, vocabulary())] for word in hard]


def test_one_word_has_one_reading_in_every_process() -> None:
    def told(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", _ASKED], env=environment, capture_output=True, text=True, check=True, timeout=120
        )
        return done.stdout

    assert told("1") == told("2") == f"{answers()}\n"


def test_a_word_is_mended_in_well_under_a_millisecond() -> None:
    words = vocabulary()
    asked = [typed for typed, _ in mistyped()]
    words.near(asked[0])
    spent = []
    for typed in asked:
        started = time.process_time_ns()
        words.near(typed)
        spent.append((time.process_time_ns() - started) / 1000)
    assert median(spent) <= 500, f"{median(spent):.0f} µs"
