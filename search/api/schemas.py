"""The shapes of the answers; their docstrings and descriptions become the OpenAPI document."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from ninja import Field, Schema

Item = TypeVar("Item")


class Value(Schema):
    """Значение условия: сколько найдётся, если выбрать только его."""

    code: str
    label: str
    count: int
    chosen: bool


class FacetOut(Schema):
    """Условие, по которому можно отобрать."""

    name: str = Field(description="Имя параметра запроса")
    label: str
    values: list[Value]


class OtherWords(Schema):
    """Другие слова вместо написанных."""

    typed: str
    used: str


class UnderstoodOut(Schema):
    """Слова запроса, понятые как условие: как если бы эти значения были выбраны."""

    facet: str
    codes: list[str]
    words: str


class Links(Schema):
    """Адреса этой страницы ответа, соседних и той же выдачи на сайте."""

    self: str
    html: str
    previous: str | None
    next: str | None


class Answer(Schema, Generic[Item]):
    """Страница найденного."""

    total: int = Field(description="Сколько найдено всего")
    page: int
    pages: int
    size: int
    mended: OtherWords | None = Field(description="Слова, которые искали вместо написанных")
    offered: OtherWords | None = Field(
        description="Слова, которые, возможно, имелись в виду: по написанным ничего не нашлось, по этим найдётся"
    )
    understood: list[UnderstoodOut]
    left_out: list[str] = Field(description="Слова, вместе с которыми никто не нашёлся: показано без них")
    items: list[Item]
    facets: list[FacetOut]
    links: Links


class Coded(Schema):
    """Код и его название."""

    code: str
    label: str


class PageOut(Schema):
    """Страница сайта в списке."""

    id: int
    url: str
    api_url: str
    kind: Coded
    title: str
    lead: str
    facts: list[str]
    municipality: Coded | None
    day: date | None


class WholePageOut(PageOut):
    """Страница сайта с текстом без разметки."""

    text: str


class Wrong(Schema):
    """Что не так с параметром."""

    parameter: str
    message: str


class Problem(Schema):
    """Ошибка (RFC 9457)."""

    type: str
    title: str
    status: int
    errors: list[Wrong] = []


class GoneOut(Schema):
    """Запись, которой больше нет: у себя её нужно удалить."""

    id: int
    updated: datetime = Field(description="С какого времени")


class PortionLinks(Schema):
    """Адреса этой и следующей порции."""

    self: str
    next: str | None


class PortionOut(Schema, Generic[Item]):
    """Порция записей."""

    items: list[Item]
    gone: list[GoneOut] = Field(description="Что снято с публикации после changed_since: номера без имён")
    as_of: datetime | None = Field(description="С этим моментом спрашивайте changed_since в следующий раз")
    links: PortionLinks
