"""Raw text becomes one short printable line, whatever it was."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.sanitise import MAX_CODE, MAX_LENGTH, MAX_WORDS, clean, clean_code


@given(st.text(max_size=400) | st.none() | st.integers() | st.binary(max_size=20))
def test_the_result_is_always_one_short_printable_nfc_line(raw: Any) -> None:
    text = clean(raw)
    assert len(text) <= MAX_LENGTH and len(text.split(" ")) <= MAX_WORDS
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in text)


def test_cleaning_twice_changes_nothing() -> None:
    once = clean("  Мате\u00adматика\n\tи\x00  физика ")
    assert once == "Математика и физика"
    assert clean(once) == once


def test_decomposed_letters_are_composed() -> None:
    assert clean("и\u0306од е\u0308ж") == "йод ёж"


@pytest.mark.parametrize("raw", ["a\x00b", "x" * (MAX_CODE + 1), None, 2.5, ["d1"], "\ud800"])
def test_an_impossible_code_is_no_code(raw: Any) -> None:
    assert clean_code(raw) == ""


def test_a_code_is_kept_as_it_is() -> None:
    assert clean_code("d-01") == "d-01"
    assert clean_code(7) == "7"
