"""Experience, categories, electronic addresses."""

import pytest

from mentoring.bank.enums import Category, ExperienceBand, MenteeExperience
from mentoring.bank.imports.files.formulae import guard, restore
from mentoring.bank.imports.values.categories import read_category
from mentoring.bank.imports.values.contacts import read_contacts
from mentoring.bank.imports.values.experience import band, bands_within, read_years


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("21-30", "21-30"),
        ("21–30 лет", "21-30"),
        ("от 21 до 30", "21-30"),
        ("24 года", "21-30"),
        ("до 10 лет", "0-10"),
        ("свыше 20", "21-30"),
        ("больше 40 лет", "41-99"),
        ("6 мес.", "0-10"),
        ("15,5", "11-20"),
    ],
)
def test_experience_falls_into_its_band(text: str, code: str) -> None:
    years = read_years(text).years

    assert years is not None
    assert band(years, list(ExperienceBand.values)) == code


@pytest.mark.parametrize("text", ["01.10.2026", "1990", "много"])
def test_what_is_no_experience_is_remarked(text: str) -> None:
    assert read_years(text).years is None
    assert text in read_years(text).remark


def test_a_wide_stretch_of_a_mentee_names_every_band_inside() -> None:
    years = read_years("0-20").years

    assert years is not None
    assert bands_within(years, list(MenteeExperience.values)) == ["0-3", "0-10", "11-20"]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("высшая категория", Category.HIGHEST),
        ("высш.", Category.HIGHEST),
        ("ВКК", Category.HIGHEST),
        ("1 категория", Category.FIRST),
        ("1КК", Category.FIRST),
        ("б/к", Category.NONE),
        ("соответствие занимаемой должности", Category.NONE),
        ("2 категория", None),
    ],
)
def test_a_category_is_read_from_its_abbreviations(text: str, category: Category | None) -> None:
    assert read_category(text) == category


def test_an_address_and_a_page_in_one_cell_are_told_apart() -> None:
    found = read_contacts("anna@example.org, https://school.example.org/a,b")

    assert (found.email, found.page) == ("anna@example.org", "https://school.example.org/a,b")


@pytest.mark.parametrize("text", ["=1", "'=1", "''@x", "\t=1", " -1", "обычный", "", "'", "＝1"])
def test_guarding_is_undone_for_every_text(text: str) -> None:
    assert restore(guard(text)) == text
