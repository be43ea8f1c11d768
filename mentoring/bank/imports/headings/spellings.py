"""Headings in the very words that are known: the tables of the bank, and what schools write in their place."""

from __future__ import annotations

from functools import lru_cache

from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.values.words import words

_KNOWN: dict[Field, tuple[str, ...]] = {
    Field.MUNICIPALITY: ("Муниципалитет", "Муниципальный район", "Муниципальное образование", "Территория", "МО"),
    Field.ORGANISATION: ("Образовательная организация", "ОО", "Организация", "Школа", "Место работы", "ОУ"),
    Field.FULL_NAME: (
        "Наставник",
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
    Field.LAST_NAME: ("Ф", "Фамилия наставника"),
    Field.FIRST_NAME: ("И", "Имя наставника", "Имя, отчество", "Имя и отчество"),
    Field.PATRONYMIC: ("О", "Отчество наставника", "Отчество (при наличии)"),
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


def key(heading: str) -> str:
    """A heading in the form in which headings are compared."""
    return " ".join(words(heading))


@lru_cache(maxsize=1)
def known() -> dict[str, str]:
    """Every known spelling, and the field or the unclear pair that it means."""
    found: dict[str, str] = {}
    for field in Field:
        for spelling in (str(field.label), *_KNOWN.get(field, ())):
            found[key(spelling)] = field.value
    for pair, spellings in _UNCLEAR_SPELLINGS.items():
        found.update({key(spelling): pair for spelling in spellings})
    return found
