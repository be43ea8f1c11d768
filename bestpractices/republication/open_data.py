"""A copy of another branch's page for other programs: with its source and every pair of hands on its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from bestpractices.republication.enums import CopyState
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import RepublishedPage
from bestpractices.republication.passing_on import canonical_url, own_hop, source_words
from bestpractices.republication.presenters import shown_document
from cms.open_data.page_records import born, public_of, told_pages
from cms.open_data.resources import Resource, Told, resources
from cms.open_data.schemas import Code, PageRecord, coded


class SourceRecord(Schema):
    """Откуда материал."""

    title: str
    url: str
    words: str


class HandRecord(Schema):
    """Через чьи руки прошёл материал."""

    level: str
    holder: str
    on: date
    licence: str
    url: str


class CopyRecord(PageRecord):
    """Материал из другого раздела."""

    kind: Code = Field(description="Что это: практика, акт, разговор, программа")
    day: date = Field(description="Дата, под которой материал стоит в этом разделе")
    source: SourceRecord = Field(description="Источник: на него и ссылайтесь")
    way: list[HandRecord] = Field(description="Путь материала от автора до этого раздела")
    authors: list[str] = Field(description="Авторы, которых ещё называет источник")


def tell(pages: Sequence[RepublishedPage]) -> Iterator[tuple[int, Told]]:
    """The copies that may be shown today; consents are asked at each original, so ``most`` is small."""
    return told_pages(pages, _copy)


def _copy(page: Any) -> Told | None:
    document = shown_document(page.republication)
    if document is None:
        return None
    ways = (*document.hops, own_hop(page, document))
    return {
        "kind": coded(document.kind, kinds.label(document.kind)),
        "day": page.date,
        "source": {
            "title": document.title,
            "url": canonical_url(document),
            "words": source_words(document),
        },
        "way": [hop.model_dump(include={"level", "holder", "on", "licence", "url"}) for hop in ways],
        "authors": list(document.authors),
    }


def public() -> QuerySet:
    """Those that every visitor may read now, and that are no stubs."""
    pages = public_of(RepublishedPage)().filter(republication__state=CopyState.CURRENT)
    return pages.select_related("municipality", "republication")


def register() -> None:
    """Let other programs read copies."""
    resources.register(
        Resource(
            "copies",
            _("Материалы из других разделов"),
            CopyRecord,
            public,
            tell,
            "municipality__code",
            born,
            order=70,
            most=20,
        )
    )
