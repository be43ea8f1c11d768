"""A phrase that names a value of a facet means this value, its synonyms with it."""

from search.language.meanings import Meaning, Meanings
from search.language.reading import Clause, read
from search.language.synonyms import Synonyms

VALUES = Meanings(
    (
        Meaning("subject", "english", ("Английский язык",)),
        Meaning("subject", "german", ("Немецкий язык",)),
        Meaning("subject", "safety", ("Основы безопасности и защиты Родины",)),
        Meaning("subject", "technology", ("Труд (технология)", "труд", "технология")),
        Meaning("subject", "project", ("Индивидуальный проект",)),
        Meaning("direction", "projects", ("Проектная деятельность",)),
    )
)
GROUPS = [
    ("ОБЖ", "основы безопасности и защиты Родины"),
    ("инглиш", "английский язык", "англ"),
    ("проекты", "проектная деятельность", "индивидуальный проект"),
    ("труд", "трудовик"),
]


def clauses(text: str) -> list[Clause]:
    return list(read(text, Synonyms(GROUPS, VALUES)).clauses)


def meant(text: str) -> list[tuple[str, ...]]:
    return [tuple(code for _, code in clause.targets) for clause in clauses(text)]


def test_a_phrase_with_a_stop_word_is_read_as_the_index_reads_it() -> None:
    assert meant("обж") == meant("основы безопасности и защиты родины") == [("safety",)]
    assert meant("основ безопасности защиты Родины") == [("safety",)]


def test_a_name_means_its_value_without_any_group() -> None:
    assert meant("немецкому языку") == [("german",)]
    assert meant("трудовику") == meant("технологии") == [("technology",)]


def test_a_name_of_a_value_never_stands_for_another() -> None:
    assert meant("индивидуальный проект") == [("project",)]
    assert meant("проектная деятельность") == [("projects",)]
    assert set(meant("проекты")[0]) == {"projects", "project"}


def test_a_shortened_name_is_the_name_where_it_can_be_but_one() -> None:
    assert meant("англ яз") == meant("англ. языку") == [("english",)]
    assert meant("нем яз") == [("german",)]
    assert meant("осн безопасн защ род") == [("safety",)]
    two = Meanings((Meaning("s", "a", ("Родной язык",)), Meaning("s", "b", ("Романский язык",))))
    assert [clause.targets for clause in read("ро яз", Synonyms((), two)).clauses] == [(), ()]


def test_the_typed_words_stand_first_and_the_rest_of_the_text_is_kept() -> None:
    first, second = clauses("англ для олимпиады")
    assert [word.text for word in first.phrases[0]] == ["англ"]
    assert [word.text for word in first.phrases[1]] == ["инглиш"]
    assert (second.typed, second.targets) == ("олимпиады", ())
