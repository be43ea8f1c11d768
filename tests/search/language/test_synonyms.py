"""Whichever phrase of a group is typed, in any form, all of its phrases are searched."""

from search.language.reading import read
from search.language.synonyms import Synonyms

GROUPS = [("ИЗО", "изобразительное искусство"), ("началка", "начальная школа", "начальные классы")]


def phrases(text: str, groups: list[tuple[str, ...]] = GROUPS) -> list[set[str]]:
    """For each clause, its phrases."""
    clauses = read(text, Synonyms(groups)).clauses
    return [{" ".join(word.text for word in phrase) for phrase in clause.phrases} for clause in clauses]


def test_a_word_stands_for_its_phrase_and_the_phrase_for_the_word() -> None:
    both = [{"изо", "изобразительное искусство"}]
    assert phrases("изо") == both
    assert phrases("изобразительного искусства") == both


def test_the_rest_of_the_query_is_kept() -> None:
    assert phrases("кружок изо вечером") == [{"кружок"}, {"изо", "изобразительное искусство"}, {"вечером"}]


def test_the_longest_phrase_wins() -> None:
    groups = [("школа", "лицей"), ("начальная школа", "началка")]
    assert phrases("начальная школа", groups) == [{"начальная школа", "началка"}]
    assert phrases("школа", groups) == [{"школа", "лицей"}]


def test_groups_that_share_a_phrase_are_one() -> None:
    assert phrases("а1", [("а1", "б1"), ("б1", "в1")]) == [{"а1", "б1", "в1"}]


def test_groups_of_one_and_empty_phrases_say_nothing() -> None:
    assert phrases("изо", [("изо",), ("", "!!")]) == [{"изо"}]


def test_ignored_words_and_stop_words_are_no_clauses() -> None:
    found = read("наставника по математике и физике", Synonyms(), frozenset({"наставник"}))
    assert [clause.typed for clause in found.clauses] == ["математике", "физике"]


def test_a_repeated_word_is_one_clause() -> None:
    assert len(read("физика физика", Synonyms()).clauses) == 1
