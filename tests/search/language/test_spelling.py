"""The vocabulary mends up to two errors, keeps short words apart, completes and forgets."""

import random

import pytest

from search.language.spelling import Vocabulary, allowed_typos

WORDS = {"математика": 50, "физика": 40, "химия": 30, "хор": 5, "музыка": 7, "музей": 9, "робототехника": 3}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(WORDS.items())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("математека", "математика"),
        ("мтематика", "математика"),
        ("физкиа", "физика"),
        ("роботатехнека", "робототехника"),
        ("роботехника", "робототехника"),
        ("мататематика", "математика"),
    ],
)
def test_the_nearest_word_comes_first(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.nearest(typed)[0] == meant


@pytest.mark.parametrize("typed", ["хар", "бор", "лимия", "матрешка", "1ф3ика", "ъъъъъъ"])
def test_what_is_too_far_or_too_short_is_left_alone(vocabulary: Vocabulary, typed: str) -> None:
    assert vocabulary.nearest(typed) == []


@pytest.mark.parametrize(
    ("typed", "other"),
    [("вышивка", "высшая"), ("согласие", "современными"), ("слесарь", "северореченск"), ("вязание", "воспитания")],
)
def test_a_far_word_is_no_correction(typed: str, other: str) -> None:
    assert Vocabulary([(other, 2_327)]).nearest(typed) == []


def test_the_answer_does_not_depend_on_the_history_of_the_process() -> None:
    alike = [f"{first}ара{last}ок" for first in "бвгдзклмпрстф" for last in "бвгдзклмпрст"]
    forward, backward = Vocabulary((word, 1) for word in alike), Vocabulary()
    for word in sorted(alike, reverse=True):
        backward.update(word, 1)
    for typed in ("жаражок", "маражок", "жарамок", "шаратоок"):
        assert forward.nearest(typed, 50) == backward.nearest(typed, 50)


def test_the_first_letter_may_be_wrong_in_a_long_word_only(vocabulary: Vocabulary) -> None:
    assert vocabulary.nearest("натематика") == ["математика"]
    assert vocabulary.nearest("кимия") == []


@pytest.mark.parametrize(("word", "typos"), [("хор", 0), ("урок", 1), ("физика", 1), ("биология", 2), ("7класс", 0)])
def test_longer_words_may_hold_more_errors(word: str, typos: int) -> None:
    assert allowed_typos(word) == typos


def test_every_single_error_in_a_long_word_is_mended(vocabulary: Vocabulary) -> None:
    chance = random.Random(5)
    word = "математика"
    for _ in range(300):
        place, letter = chance.randrange(1, len(word) - 1), chance.choice("абвгдежзиклмн")
        broken = chance.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            )
        )
        assert vocabulary.nearest(broken)[0] == word, broken


def test_completions_are_the_most_frequent_words_first(vocabulary: Vocabulary) -> None:
    assert vocabulary.completions("муз") == ["музей", "музыка"]
    assert vocabulary.completions("ъ") == []


def test_a_word_that_leaves_the_index_is_neither_completed_nor_offered(vocabulary: Vocabulary) -> None:
    vocabulary.update("математика", 0)
    assert "математика" not in vocabulary
    assert vocabulary.completions("мат") == []
    assert vocabulary.nearest("математека") == []
    vocabulary.update("математика", 1)
    assert vocabulary.nearest("математека") == ["математика"]


def test_a_known_word_is_meant_although_no_document_has_to_hold_it() -> None:
    vocabulary = Vocabulary([("олимпиадник", 3)], known=["олимпиада", "физкультура"])
    assert vocabulary.nearest("олмпиада") == ["олимпиада"]
    assert vocabulary.nearest("физкльтура") == ["физкультура"]
    vocabulary.update("физкультура", 4)
    vocabulary.update("физкультура", 0)
    assert vocabulary.nearest("физкльтура") == ["физкультура"]


@pytest.mark.parametrize(
    ("written", "typed", "meant"),
    [
        ("подростков", "пидросток", "подросток"),
        ("геометрия", "гиметрия", "геометрия"),
        ("профориентация", "профаринтация", "профориентация"),
        ("заведующий", "заведуюший", "заведующий"),
    ],
)
def test_the_typed_form_is_mended_whichever_form_is_written(written: str, typed: str, meant: str) -> None:
    assert Vocabulary([(written, 5)]).nearest(typed)[0] == meant
