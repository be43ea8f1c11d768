"""Which pages can be taken into another branch, and how each becomes a travelling document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from wagtail.models import Page

from bestpractices.republication.branches import branch_name, publishing_office
from bestpractices.republication.documents import Document, Hop, Section, Source
from bestpractices.republication.models import RepublishedPage
from bestpractices.republication.passing_on import document_of_copy
from cms.sharing.moments import changed_at, published_at


@dataclass(frozen=True, slots=True)
class Description:
    """What a page says, apart from title and summary, which every page has."""

    sections: tuple[Section, ...]
    organisation: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page that can be taken.

    ``describe`` keeps the files that the page needs; ``named`` gives those who may be named today, and those only;
    ``frozen`` names facets that a copy cannot answer for, because they change with the day and not with the page.
    ``may_be_shown`` says whether consents let the page be shown at all today. ``named_on`` (by number) and ``shown_of``
    (numbers) answer the same for many pages of the kind in a constant number of queries.
    """

    key: str
    label: str | Promise
    model: type[Page]
    describe: Callable[[Any], Description]
    named: Callable[[Any], tuple[str, ...]] = lambda page: ()
    may_be_shown: Callable[[Any], bool] = lambda page: True
    named_on: Callable[[Sequence[Any]], Mapping[int, tuple[str, ...]]] = lambda pages: {}
    shown_of: Callable[[Sequence[Any]], Collection[int]] = lambda pages: {page.pk for page in pages}
    frozen: frozenset[str] = frozenset()


class Kinds:
    """The registered kinds."""

    def __init__(self) -> None:
        self._kinds: dict[type[Page], Kind] = {}

    def register(self, kind: Kind) -> None:
        """Let pages of this kind be taken; call it from ``AppConfig.ready``."""
        self._kinds[kind.model] = kind

    def of(self, page: Page) -> Kind | None:
        """The kind of this page; None for a page that stays where it is."""
        return self._kinds.get(type(page.specific_deferred))

    def label(self, key: str) -> str:
        """How a reader calls the kind with this key."""
        return next((str(kind.label) for kind in self if kind.key == key), "")

    def listed_as(self, key: str) -> str:
        """The page type in whose lists copies of this kind stand beside the originals."""
        return next((kind.model._meta.label for kind in self if kind.key == key), "")

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._kinds.values())


kinds = Kinds()


def document_of(page: Page) -> Document | None:
    """The page as others may take it; None where it is no such page."""
    specific: Any = page.specific
    if isinstance(specific, RepublishedPage):
        return document_of_copy(specific)
    kind = kinds.of(page)
    return _document(specific, kind, kind.describe(specific)) if kind else None


def _document(page: Any, kind: Kind, description: Description) -> Document:
    published = timezone.localtime(changed_at(page)).date()
    document = Document(
        kind=kind.key,
        source=Source(id=page.translation_key, url=page.full_url or ""),
        title=page.title,
        lead=page.lead,
        published_on=published,
        authors=description.authors,
        organisation=description.organisation,
        municipality=str(page.municipality or ""),
        licence=description.licence,
        facets=_facets(page, kind),
        sections=description.sections,
    )
    return document.model_copy(update={"hops": tuple(_hops(page, document))})


def _facets(page: Any, kind: Kind) -> dict[str, tuple[str, ...]]:
    found = page.found()
    told = {name: tuple(map(str, codes)) for name, codes in found.facets.items() if codes} if found else {}
    place = {"district": (page.municipality.code,)} if page.municipality else {}
    return {name: codes for name, codes in {**told, **place}.items() if name not in kind.frozen}


def _hops(page: Any, document: Document) -> Iterator[Hop]:
    """From the school that wrote it to the branch that published it."""
    sha256 = document.sha256
    if document.organisation:
        first = timezone.localtime(published_at(page)).date()
        yield Hop(level="organisation", holder=document.organisation, on=first, licence=document.licence, sha256=sha256)
    yield Hop(
        level="municipality" if page.municipality else "region",
        holder=branch_name(page),
        on=document.published_on,
        editor=publishing_office(page, page.municipality_id),
        licence=document.licence,
        url=document.source.url,
        sha256=sha256,
    )
