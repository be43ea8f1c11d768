"""A copy of another branch's page for other programs: with its source and every pair of hands on its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from ninja import Field, Schema

from bestpractices.republication.branches import region_name
from bestpractices.republication.documents import Document, Hop
from bestpractices.republication.enums import CopyState
from bestpractices.republication.kinds import kinds
from bestpractices.republication.models import RepublishedPage
from bestpractices.republication.passing_on import canonical_url, source_words
from bestpractices.republication.presenters import shown_documents
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
    """The copies that may be shown today; the consents at all originals are asked at once."""
    documents = shown_documents([page.republication for page in pages])
    centre = region_name() if any(page.municipality is None for page in pages) else ""
    return told_pages(pages, lambda page: _copy(page, documents.get(page.republication.pk), centre))


def _copy(page: Any, document: Document | None, centre: str) -> Told | None:
    if document is None:
        return None
    # The hand that published it is told by the page alone: programs get no roles.
    own = Hop(
        level="municipality" if page.municipality else "region",
        holder=str(page.municipality or centre),
        on=page.date,
        licence=document.licence,
        url=page.full_url or "",
        sha256=document.sha256,
    )
    ways = (*document.hops, own)
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
        )
    )
