"""Which column of a file is which field of the bank: recognised by its heading, open to correction."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import models
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from mentoring.bank.imports.values.words import plain, words


class Field(models.TextChoices):
    """What a column can hold: the nine of S4-01 in their order, then what makes an export importable again."""

    MUNICIPALITY = "municipality", _("Район")
    ORGANISATION = "organisation", _("ОО, где работает наставник")
    FULL_NAME = "full_name", _("ФИО наставника")
    AUDIENCES = "audiences", _("Наставляемый. Кто может стать наставляемым")
    SUBJECTS = "subjects", _("Предмет")
    DIRECTIONS = "directions", _("Направление совместной деятельности")
    MENTEE_EXPERIENCE = "mentee_experience", _("Примерный стаж наставляемого")
    MENTEE_CATEGORIES = "mentee_categories", _("Предполагаемая категория наставляемого")
    CONTACTS = "contacts", _("Электронный адрес наставника, страница (если есть)")
    EXPERIENCE = "experience_band", _("Стаж наставника")
    CATEGORY = "category", _("Категория наставника")
    PERSON = "person", _("Кто наставник")
    IS_MINOR = "is_minor", _("Младше 18 лет")
    POSITION = "position", _("Должность наставника")
    FORMS = "forms", _("Формы наставничества")
    KINDS = "kinds", _("Виды наставничества")
    MEETINGS = "meetings", _("Как встречаться")
    PLACES = "places_total", _("Мест всего")
    ABOUT = "about", _("О себе")
    HONOURS = "honours", _("Звания и награды")
    IS_HONOURED = "is_honoured", _("Заслуженный учитель")
    CASE_TITLE = "case_title", _("Методический кейс")
    CASE_URL = "case_url", _("Ссылка на методический кейс")
    PHONE = "phone", _("Телефон")
    SOURCE = "source", _("Откуда кандидат")
    LEVEL = "level", _("Чей банк")
    PORTFOLIO = "portfolio", _("Портфолио")
    GUID = "guid", _("Номер записи")


#: The table of S4-01, in exactly this order.
BANK_COLUMNS: tuple[Field, ...] = tuple(Field)[:9]
#: Without these a row says nothing about anyone.
REQUIRED: tuple[Field, ...] = (Field.ORGANISATION, Field.FULL_NAME)
#: A heading that may speak of the mentor or of the mentee, and the two fields between which the user decides.
UNCLEAR: dict[str, tuple[Field, Field]] = {
    "whose-experience": (Field.EXPERIENCE, Field.MENTEE_EXPERIENCE),
    "whose-category": (Field.CATEGORY, Field.MENTEE_CATEGORIES),
}

_SPELLINGS: dict[Field, tuple[str, ...]] = {
    Field.MUNICIPALITY: ("Муниципалитет", "Муниципальный район", "Муниципальное образование", "Территория", "МО"),
    Field.ORGANISATION: ("Образовательная организация", "ОО", "Организация", "Школа", "Место работы", "ОУ"),
    Field.FULL_NAME: (
        "ФИО",
        "Фамилия имя отчество",
        "Наставник",
        "Ф.И.О. педагога",
        "Фамилия, имя, отчество наставника",
    ),
    Field.AUDIENCES: (
        "Для кого могу быть наставником",
        "Кто может стать наставляемым",
        "Наставляемый",
        "Категория наставляемых лиц",
    ),
    Field.SUBJECTS: ("Предметная область", "Преподаваемый предмет", "Учебный предмет", "Предметы"),
    Field.DIRECTIONS: (
        "Направление профессиональной работы",
        "Направление",
        "Направления работы",
        "Направление деятельности",
    ),
    Field.MENTEE_EXPERIENCE: ("Стаж наставляемого", "Стаж работы наставляемого"),
    Field.MENTEE_CATEGORIES: ("Категория наставляемого", "Квалификационная категория наставляемого"),
    Field.CONTACTS: (
        "Ссылка на страницу наставника",
        "Электронный адрес",
        "Страница наставника",
        "Контакты",
        "E-mail",
        "Электронная почта",
        "Адрес электронной почты, страница",
    ),
    Field.EXPERIENCE: ("Стаж работы наставника", "Педагогический стаж наставника"),
    Field.CATEGORY: ("Квалификационная категория наставника",),
    Field.POSITION: ("Должность",),
    Field.PLACES: ("Количество мест", "Сколько наставляемых может взять"),
    Field.PHONE: ("Контактный телефон", "Номер телефона"),
    Field.PERSON: ("Кто это",),
    Field.GUID: ("Постоянный номер",),
}
_UNCLEAR_SPELLINGS: dict[str, tuple[str, ...]] = {
    "whose-experience": (
        "Стаж",
        "Педагогический стаж",
        "Стаж работы",
        "Стаж (лет)",
        "Общий стаж",
        "Примерный стаж",
        "Опыт",
    ),
    "whose-category": ("Категория", "Квалификационная категория", "Квалификация", "Предполагаемая категория"),
}
#: Columns that lists have for their own sake.
_ROW_NUMBERS = frozenset({"", "что исправить", "п п", "пп", "n", "номер", "номер п п", "no"})
#: Percent of likeness from which a heading is a slip of the pen and not another word.
_LIKE = 87


class Certainty(enum.StrEnum):
    """How a column came by its field."""

    SURE = "sure"
    GUESSED = "guessed"
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: its place from 0, its heading, its field if any, and how sure that is."""

    index: int
    heading: str
    field: Field | None
    certainty: Certainty
    unclear: str = ""


def _key(heading: str) -> str:
    return " ".join(words(heading))


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    """Every known spelling of a heading, and the field or the unclear pair that it means."""
    known: dict[str, str] = {}
    for field in Field:
        for spelling in (str(field.label), *_SPELLINGS.get(field, ())):
            known[_key(spelling)] = field.value
    for pair, spellings in _UNCLEAR_SPELLINGS.items():
        known.update({_key(spelling): pair for spelling in spellings})
    return known


def meaning(heading: str) -> tuple[str, float]:
    """What a heading means (a field's code or an unclear pair) and how alike it is in percent; ("", 0) for nothing."""
    key = _key(heading)
    if not key:
        return "", 0
    known = _meanings()
    if key in known:
        return known[key], 100
    best, score = "", 0.0
    for spelling, value in known.items():
        like = max(fuzz.ratio(key, spelling), fuzz.token_sort_ratio(key, spelling))
        if like > score and _same_subject(key, value):
            best, score = value, like
    return (best, score) if score >= _LIKE else _by_words(key)


def _same_subject(key: str, value: str) -> bool:
    """«Стаж наставника» and «Стаж наставляемого» look alike and are not: the person must agree."""
    if value in {Field.MENTEE_EXPERIENCE, Field.MENTEE_CATEGORIES}:
        return "наставля" in key
    return not (value in {Field.EXPERIENCE, Field.CATEGORY} and "наставля" in key)


def _by_words(key: str) -> tuple[str, float]:
    """Recognise a long heading by the words that decide it: «Стаж педагогической работы наставника (полных лет)»."""
    of_mentee, of_mentor = "наставляем" in key, "наставник" in key
    for root, pair in (("стаж", "whose-experience"), ("категори", "whose-category")):
        if key.startswith(root) or f" {root}" in key:
            own, mentees = UNCLEAR[pair]
            return (mentees if of_mentee else own if of_mentor else pair), 80
    for root, field in (
        ("фио", Field.FULL_NAME),
        ("ф и о", Field.FULL_NAME),
        ("фамилия", Field.FULL_NAME),
        ("направлени", Field.DIRECTIONS),
        ("предмет", Field.SUBJECTS),
        ("организац", Field.ORGANISATION),
        ("муниципал", Field.MUNICIPALITY),
        ("наставляем", Field.AUDIENCES),
        ("телефон", Field.PHONE),
        ("электронн", Field.CONTACTS),
        ("mail", Field.CONTACTS),
    ):
        if root in key:
            return field, 70
    return "", 0


def recognise(headings: Iterable[str]) -> list[Column]:
    """Give each column its field; of two that claim one field the more alike has it, unclear ones wait for a guess."""
    headings = [" ".join(heading.split()) for heading in headings]
    claims = [(*meaning(heading), index) for index, heading in enumerate(headings)]
    taken: dict[str, int] = {}
    for value, _score, index in sorted(claims, key=lambda claim: (-claim[1], claim[2])):
        if value:
            taken.setdefault(value, index)
    return [
        _column(index, heading, value, taken.get(value) == index)
        for (value, _score, index), heading in zip(claims, headings, strict=True)
    ]


def _column(index: int, heading: str, value: str, is_first: bool) -> Column:
    if not value:
        is_numbering = plain(heading).replace("№", "").replace("/", " ").strip(" .") in _ROW_NUMBERS
        return Column(index, heading, None, Certainty.IGNORED if is_numbering else Certainty.UNKNOWN)
    if not is_first:
        return Column(index, heading, None, Certainty.REPEATED)
    if value in UNCLEAR:
        return Column(index, heading, None, Certainty.GUESSED, unclear=value)
    return Column(index, heading, Field(value), Certainty.SURE)


def fields_of(columns: Iterable[Column]) -> dict[int, Field]:
    """The mapping of column places to fields."""
    return {column.index: column.field for column in columns if column.field is not None}
