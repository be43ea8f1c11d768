from mentoring.reference.seed import AUDIENCES, DEFICITS, DIRECTIONS, SUBJECTS
from mentoring.reference.synonyms import SYNONYM_GROUPS


def test_codes_and_titles_stand_once() -> None:
    for table in (SUBJECTS, DIRECTIONS, AUDIENCES, DEFICITS):
        assert len({entry.code for entry in table}) == len(table)
        assert len({entry.title for entry in table}) == len(table)


def test_deficits_name_known_directions() -> None:
    known = {entry.code for entry in DIRECTIONS}
    assert {code for entry in DEFICITS for code in entry.directions} <= known


def test_the_direction_of_every_need_is_named_by_some_deficit() -> None:
    named = {code for entry in DEFICITS for code in entry.directions}
    assert named == {entry.code for entry in DIRECTIONS}


def test_no_word_stands_in_two_synonym_groups() -> None:
    """A word in two groups would make their meanings one."""
    words = [word.casefold() for group in SYNONYM_GROUPS for word in group]
    assert len(set(words)) == len(words)
    assert all(len(group) > 1 for group in SYNONYM_GROUPS)
    assert len(SYNONYM_GROUPS) >= 40
