"""New teachers' words reach an existing table without touching what editors wrote."""

from __future__ import annotations

from mentoring.reference.synonyms import SYNONYM_GROUPS
from search.synonyms.carrying_over import carried_over

BEFORE = (("физра", "физкультура"), ("труд", "технология"), ("литра", "литература"))
AFTER = (
    ("физра", "физкультура", "физрук"),
    ("труд", "технология", "трудовик"),
    ("литра", "литература"),
    ("завуч", "зам"),
)


def test_an_untouched_row_grows_and_new_groups_come() -> None:
    rows = {1: "физра\nфизкультура", 2: "труд\nтехнология", 3: "литра\nлитература"}
    changed, added = carried_over(rows, BEFORE, AFTER)
    assert changed == {1: "физра\nфизкультура\nфизрук", 2: "труд\nтехнология\nтрудовик"}
    assert added == ["завуч\nзам"]


def test_a_row_of_the_editors_stays_and_keeps_its_phrases() -> None:
    rows = {1: "физра\nфизкультура\nспорт", 2: "труд\nтехнология", 4: "трудовик\nмастер", 5: "Завуч\nзаместитель"}
    changed, added = carried_over(rows, BEFORE, AFTER)
    assert changed == {}  # «трудовик» is the editors' already
    assert added == []


def test_a_deleted_row_does_not_come_back() -> None:
    assert carried_over({}, BEFORE, AFTER) == ({}, ["завуч\nзам"])


def test_twice_is_as_once() -> None:
    rows = {number: "\n".join(group) for number, group in enumerate(AFTER)}
    assert carried_over(rows, BEFORE, AFTER) == ({}, [])


def test_a_new_installation_has_nothing_to_carry_over() -> None:
    rows = {number: "\n".join(group) for number, group in enumerate(SYNONYM_GROUPS)}
    assert carried_over(rows, BEFORE, SYNONYM_GROUPS) == ({}, [])
