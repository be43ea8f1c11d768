"""Conditions in the words of a query that no list of phrases can hold: years of experience, classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mentoring.bank.enums import ExperienceBand
from search.language.meanings import Condition, Reworded
from search.language.stems import stems

_EXPERIENCE = frozenset({"стаж", "стажем", "стажа", "стажу", "стаже"})
_PRACTICE = frozenset({"опыт", "опытом", "опыта"})
_WORK = frozenset({"работы", "педагогический", "педагогическим", "педагогической", "преподавания"})
_YEARS = frozenset({"год", "года", "годом", "лет", "годами"})
_MORE = frozenset({"более", "больше", "свыше", "выше"})
_LESS = frozenset({"менее", "меньше", "ниже"})
_FROM, _TO, _NOT = "от", "до", "не"
_CLASS_NUMBER = re.compile(r"(?:[1-9]|1[01])[а-д]?")
_PRIMARY = frozenset("1234")
_BETWEEN_NUMBERS = frozenset({"го", "й", "м", "х", "е", "ом", "по", "и", "до", "или"})
_CATEGORY = frozenset({"категорию", "категория", "категории", "кв", "квалификационную"})

#: Words of these conditions: they are no typing errors.
WORDS = _EXPERIENCE | _PRACTICE | _YEARS | _MORE | _LESS | {"класс", "кл", "категория", "категории"}


@cache
def _class() -> frozenset[str]:
    """Stems of «класс»; read by the first query that asks, for they load the dictionary of word forms."""
    return frozenset(stems("класс")) | {"кл"}


@cache
def _goals() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(word)) for word in ("первая", "высшая", "1", "1я", "1ю", "вторая"))


def experience(typed: Sequence[str], start: int) -> Condition | None:
    """«стаж больше 20 лет», «опыт работы 15 лет», «от 10 до 20 лет стажа»: the bands in which such years lie."""
    is_named = typed[start] in _EXPERIENCE
    place = start + (is_named or typed[start] in _PRACTICE)
    begins = place > start
    while begins and place < len(typed) and typed[place] in _WORK:
        place += 1
    low, high, place = _years(typed, place)
    if low is None and high is None:
        return None
    has_years = place < len(typed) and typed[place] in _YEARS
    place += has_years
    if not begins:
        if not has_years or place >= len(typed) or typed[place] not in _EXPERIENCE | _PRACTICE:
            return None
        place += 1
    elif not is_named and not has_years:
        return None
    while place < len(typed) and typed[place] in _WORK:
        place += 1
    codes = tuple(_bands(low, high))
    return Condition(place - start, "experience", codes) if codes else None


def first_classes(typed: Sequence[str], start: int) -> Condition | None:
    """«1–4 класс»: the primary school."""
    here = tuple(typed[start : start + 3])
    if len(here) == 3 and here[:2] == ("1", "4") and not _class().isdisjoint(stems(here[2])):
        return Condition(3, "subject", ("primary",))
    return None


def class_numbers(typed: Sequence[str], start: int) -> Reworded | None:
    """«8 класс», «5-9 классы»: mentors have no classes, but those of the primary school are a subject."""
    place = start
    numbers: list[str] = []
    if start and typed[start - 1].isdigit():
        return None
    while place < len(typed) and (
        _CLASS_NUMBER.fullmatch(typed[place]) or (numbers and typed[place] in _BETWEEN_NUMBERS)
    ):
        if typed[place][0].isdigit():
            numbers.append(typed[place].rstrip("абвгд"))
        place += 1
    if not numbers or place >= len(typed) or _class().isdisjoint(stems(typed[place])):
        return None
    if numbers == ["1", "4"]:
        return None  # a phrase of its own
    return Reworded(place + 1 - start, "начальная школа" if _PRIMARY.issuperset(numbers) else "")


def wanted_category(typed: Sequence[str], start: int) -> Reworded | None:
    """«на первую категорию»: that is what somebody wants to reach, not what the mentor has."""
    if typed[start] not in {"на", "получить", "получения", "повысить"} or start + 2 >= len(typed):
        return None
    if not any(goal.intersection(stems(typed[start + 1])) for goal in _goals()) or typed[start + 2] not in _CATEGORY:
        return None
    is_long = typed[start + 2] not in {"категорию", "категория", "категории"}
    return Reworded(3 + (is_long and start + 3 < len(typed)), "аттестация")


def _years(typed: Sequence[str], place: int) -> tuple[int | None, int | None, int]:
    """The least and the most years that are said from a place on (both None: nothing is), and the place behind."""
    low: int | None = None
    high: int | None = None
    while place < len(typed):
        word, following = typed[place], typed[place + 1] if place + 1 < len(typed) else ""
        is_not = word == _NOT
        if is_not:
            word, following = following, typed[place + 2] if place + 2 < len(typed) else ""
        if word.isdigit() and len(word) < 3 and not is_not:
            low, high = (int(word), int(word)) if low is None and high is None else (low, int(word))
            place += 1
        elif following.isdigit() and len(following) < 3 and word in _MORE | _LESS | {_FROM, _TO}:
            number = int(following)
            if word == _FROM or (word in _LESS and is_not):
                low = number
            elif word in _MORE and not is_not:
                low = number + 1
            elif word == _TO or (word in _MORE and is_not):
                high = number
            else:
                high = max(0, number - 1)
            place += 2 + is_not
        else:
            break
    return low, high, place


def _bands(low: int | None, high: int | None) -> Iterator[str]:
    for band in ExperienceBand:
        first, last = map(int, band.value.split("-"))
        if (low is None or last >= low) and (high is None or first <= high):
            yield band.value
