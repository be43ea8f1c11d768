"""What records for other programs have in common; descriptions become the documentation."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.text import capfirst
from ninja import Field, Schema


class Code(Schema):
    """Код, который не меняется, и его название."""

    code: str
    title: str


class Record(Schema):
    """Запись."""

    id: int = Field(description="Постоянный номер")
    url: str = Field(description="Адрес страницы на сайте")
    api_url: str = Field(description="Адрес этой записи в API")
    updated: datetime = Field(description="Когда то, что видят посетители, изменилось в последний раз")


class PageRecord(Record):
    """Страница сайта."""

    title: str = Field(description="Заголовок")
    lead: str = Field(description="Коротко о странице")
    published: datetime | None = Field(description="Когда страница появилась на сайте")
    municipality: Code | None = Field(description="Муниципалитет; null – весь регион")


def chosen(enum: type[TextChoices], value: str) -> dict[str, str] | None:
    """The value of an enum with its words; None for none, or one that left the enum."""
    return coded(value, enum(value).label) if value in enum.values else None


def all_chosen(enum: type[TextChoices], values: Any) -> list[dict[str, str]]:
    """The values of an enum with their words, in the enum's order."""
    return [coded(option.value, option.label) for option in enum if option.value in values]


def coded(code: str, title: Any) -> dict[str, str]:
    """A code with its words."""
    return {"code": str(code), "title": capfirst(str(title))}


def named(entry: Any) -> dict[str, str] | None:
    """A row of a reference table, a municipality or an organisation with its code and name."""
    if entry is None:
        return None
    return {"code": entry.code, "title": getattr(entry, "short_name", None) or entry.name}


def placed(municipality: Any) -> dict[str, str] | None:
    """A municipality with its code and full name."""
    return None if municipality is None else {"code": municipality.code, "title": municipality.name}
