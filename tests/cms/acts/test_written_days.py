"""Days are the same word in every spelling, and what is no day stays as it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cms.acts.asking import asked, kept
from cms.acts.written_days import days_as_words, readable_days, written_days

SPELLINGS = ("{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d:02}.{m:02}.{s:02}", "{y}-{m:02}-{d:02}", "{d} {name} {y}",
             "«{d:02}» {name} {y} г.", "{d}-го {name} {y} года", "{d:02}/{m:02}/{y}",
             "{d} {name} {s:02} г")  # fmt: skip
NAMES = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
         "сентября", "октября", "ноября", "декабря")  # fmt: skip


@given(some.dates(date(1970, 1, 1), date(2069, 12, 31)), some.sampled_from(SPELLINGS))
def test_a_day_is_read_in_every_spelling_and_found_in_any_other(day: date, spelling: str) -> None:
    typed = spelling.format(d=day.day, m=day.month, y=day.year, s=day.year % 100, name=NAMES[day.month - 1])
    assert [written.date for written in written_days(f"приказ от {typed} № 5")] == [day]
    question = days_as_words(typed)
    assert question in kept(f"приказ от {day:%d.%m.%Y}, № 5").split()
    assert readable_days(question) == f"{day.day} {NAMES[day.month - 1]} {day.year}"


NO_DAYS = ["07-01-05-503", "07 01 05 503", "31.02.2021", "2023/24", "2023-2024", "мартышка 2021", "12 мая", "1.2.3.4",
           "0.13.21", "145", ""]  # fmt: skip


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_stays(text: str) -> None:
    assert days_as_words(text) == text


@pytest.mark.parametrize("typed", ["июль 2021", "в июле 2021 года", "07.2021", "ИЮЛЯ 2021"])
def test_a_month_is_found_by_its_days(typed: str) -> None:
    assert days_as_words(typed).split()[-1] in kept("от 19.07.21").split()


@pytest.mark.parametrize("typed", ["187-о", "187 о", "187о", "187 О", "№ 187 – o", "187/о"])
def test_a_letter_belongs_to_its_number(typed: str) -> None:
    assert asked(f"приказ {typed}").removeprefix("приказ ").removeprefix("№ ") == "187о"


@pytest.mark.parametrize("typed", ["приказ 214 о наставничестве", "школа 3 с. Ракитное", "Р-145", "07-01-05-503"])
def test_a_preposition_does_not(typed: str) -> None:
    assert asked(typed) == typed
