"""The spreadsheets of ``expect.tsv``: whom each makes a mentor, and what is asked or refused instead."""

from __future__ import annotations

import pytest

from cms.territories.models import Municipality
from tests.cases import importing

#: File → the people who go in, by row. Nobody else of the file may.
TAKEN: dict[str, dict[int, str]] = {
    "33_school_with_a_like_number.csv": {3: "Точнова Вера Ильинична"},
}


@pytest.mark.parametrize("name", TAKEN)
def test_these_people_and_nobody_else_become_mentors(name: str, bank: Municipality) -> None:
    reading = importing.read(name, municipality=bank.pk)

    assert (reading.refusal, reading.questions) == ("", ())
    assert {number: reading.mentor(number) for number in reading.rows if reading.mentor(number)} == TAKEN[name]
