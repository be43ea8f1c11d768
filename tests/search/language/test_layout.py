"""Text typed with the other layout is read both as it is and without the punctuation around it."""

import pytest

from search.language.layout import swapped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vfntvfnbrf", "математика"),
        ("[bvbz", "химия"),
        ("Bdfyjd", "иванов"),
        (",bjkjubz", "биология"),
        ("`krf", "ёлка"),
    ],
)
def test_the_first_reading(typed: str, meant: str) -> None:
    assert swapped(typed)[0].lower() == meant


def test_a_comma_may_be_a_comma_or_a_letter() -> None:
    assert swapped("abpbrf,") == ["физикаб", "физика"]


@pytest.mark.parametrize("typed", ["", "123", "матем-abc", "!!!"])
def test_mixed_or_empty_text_has_no_other_reading(typed: str) -> None:
    assert swapped(typed) == []
