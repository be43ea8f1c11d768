"""What the columns of a file can be, and what is known of each."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    LAST_NAME = "last_name", _("Фамилия")
    FIRST_NAME = "first_name", _("Имя")
    PATRONYMIC = "patronymic", _("Отчество")


#: The table of S4-01, in exactly this order.
BANK_COLUMNS: tuple[Field, ...] = tuple(Field)[:9]
#: A name in several columns, in the order in which it is put together.
NAME_PARTS: tuple[Field, ...] = (Field.LAST_NAME, Field.FIRST_NAME, Field.PATRONYMIC)
#: Fields that several columns may have together: their cells are read as one list.
JOINED = frozenset(
    {
        Field.CONTACTS, Field.SUBJECTS, Field.DIRECTIONS, Field.AUDIENCES, Field.FORMS, Field.KINDS, Field.MEETINGS,
        Field.ABOUT, Field.HONOURS, Field.PORTFOLIO, Field.MENTEE_EXPERIENCE, Field.MENTEE_CATEGORIES,
    }
)  # fmt: skip
#: A heading that may speak of the mentor or of the mentee, and the two fields between which the user decides.
UNCLEAR: dict[str, tuple[Field, Field]] = {
    "whose-experience": (Field.EXPERIENCE, Field.MENTEE_EXPERIENCE),
    "whose-category": (Field.CATEGORY, Field.MENTEE_CATEGORIES),
}


class Certainty(enum.StrEnum):
    """How a column came by its field; ``ASKED`` waits for the user, ``ANOTHER`` speaks of another person."""

    SURE = "sure"
    GUESSED = "guessed"
    REMEMBERED = "remembered"
    ASKED = "asked"
    ANOTHER = "another"
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
    #: Why the user is asked; "" where nothing is.
    question: str = ""

    @property
    def letter(self) -> str:
        """The column's name in a spreadsheet: A, B, …"""
        return letter_of(self.index)


def letter_of(index: int) -> str:
    """The name in a spreadsheet of the column at this place, counted from 0: A, B, … Z, AA."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(index + 1))


def fields_of(columns: Iterable[Column]) -> dict[int, Field]:
    """The mapping of column places to fields."""
    return {column.index: column.field for column in columns if column.field is not None}


def missing(fields: Iterable[Field]) -> list[Field]:
    """The fields without which a row says nothing about anyone, and which are not among these."""
    held = set(fields)
    has_name = Field.FULL_NAME in held or {Field.LAST_NAME, Field.FIRST_NAME} <= held
    return [
        field
        for field, is_there in ((Field.ORGANISATION, Field.ORGANISATION in held), (Field.FULL_NAME, has_name))
        if not is_there
    ]
