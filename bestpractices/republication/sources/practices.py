"""A practice as it travels: the parts of its passport, without a word about who scored it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.practices.authors import authors, authors_of
from bestpractices.practices.enums import Part
from bestpractices.practices.figures import figures
from bestpractices.practices.grounds import grounds_told
from bestpractices.practices.models import PracticePage
from bestpractices.practices.telling import Passage, passages
from bestpractices.republication.documents import Block, Section, TableBlock
from bestpractices.republication.kinds import Description, Kind
from bestpractices.republication.sources.parts import (
    bullets,
    facts,
    file,
    numbered,
    paragraphs,
    picture,
    said,
    section,
)

#: Told elsewhere: the place stands in the chain of hands, the licence at each hop, materials travel as files.
TOLD_ELSEWHERE = frozenset({Part.LICENCE, Part.MATERIALS})


def named(page: PracticePage) -> tuple[str, ...]:
    """The authors whose consents let them be named today."""
    return tuple(author.name for author in authors(page, timezone.localdate()).named)


def named_on(pages: Sequence[PracticePage]) -> dict[int, tuple[str, ...]]:
    """The same for many practices."""
    return {pk: tuple(author.name for author in found.named) for pk, found in authors_of(pages, timezone.localdate())}


def describe(page: PracticePage) -> Description:
    """The sections of a practice, and whose it is."""
    return Description(
        sections=said(_sections(page)),
        organisation=page.organisation.short_name if page.organisation else "",
        authors=named(page),
        licence=str(page.get_licence_display()),
    )


def _sections(page: Any) -> Iterator[Section | None]:
    yield section(Part.INDICATORS, Part.INDICATORS.label, _indicators(page))
    for passage in passages(page):
        if passage.part not in TOLD_ELSEWHERE and not passage.is_empty:
            yield section(passage.part, passage.title, *_blocks(passage, page))
    yield section(Part.MATERIALS, Part.MATERIALS.label, *_materials(page))


def _blocks(passage: Passage, page: PracticePage) -> Iterator[Block | None]:
    yield paragraphs("\n\n".join(passage.paragraphs))
    if passage.part == Part.GROUNDS:
        yield bullets(grounds_told(page, timezone.localdate()))
    elif passage.part == Part.STEPS:
        yield numbered(f"{text} ({label})" if label else text for label, text in passage.lines)
    else:
        yield facts(passage.lines)
        yield bullets(text for label, text in passage.lines if not label)


def _indicators(page: Any) -> TableBlock | None:
    rows = tuple((row.name, row.plan, row.fact, row.gap) for row in figures(page.indicators.all()))
    return TableBlock(head=("Показатель", "План", "Факт", "Разница"), rows=rows) if rows else None


def _materials(page: Any) -> Iterator[Block | None]:
    for material in page.materials.all():
        if material.document is None:
            yield facts([(material.title, material.url)])
        else:
            yield picture(material.document, material.title) or file(material.document, material.title)


KIND = Kind("practice", _("Практика"), PracticePage, describe, named, named_on=named_on)
