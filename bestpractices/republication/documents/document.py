"""The whole of a travelling page, and the hash that says it has not been altered."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field, ValidationError

from bestpractices.republication.documents.blocks import FileBlock, Part, PictureBlock, Section, Sha256


class InvalidDocument(Exception):
    """What arrived is not a document of the published schema, or was altered on its way."""


class Source(Part):
    """Where the page stands at its owner's, by an id that outlives addresses and installations."""

    id: UUID
    url: str


class Hop(Part):
    """One pair of hands on the way of a page: who took or published it, when, under which licence, in which wording."""

    level: Literal["organisation", "municipality", "region"]
    holder: str
    on: date
    editor: str = ""
    licence: str = ""
    url: str = ""
    sha256: Sha256


class Document(Part):
    """A page as it was published: ``sections`` in reading order, ``hops`` from the author to the giver.

    ``facets`` are codes by which the giver's lists are narrowed; a receiver leaves out those that it does not know.
    ``version`` grows when a field changes its meaning; a receiver refuses one that it does not know.
    """

    version: Literal[1] = 1
    kind: Annotated[str, Field(pattern=r"^[a-z]{1,40}$")]
    source: Source
    title: Annotated[str, Field(min_length=1, max_length=255)]
    lead: str = ""
    published_on: date
    authors: tuple[str, ...] = ()
    organisation: str = ""
    municipality: str = ""
    licence: str = ""
    facets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    sections: tuple[Section, ...]
    hops: tuple[Hop, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the wording: title, lead, licence and sections.

        The way that it came does not count, nor the codes of lists, nor the names: a consent that ends makes no new
        version.
        """
        content = self.model_dump(mode="json", include={"title", "lead", "licence", "sections"})
        return digest(content)

    @property
    def files(self) -> tuple[FileBlock | PictureBlock, ...]:
        """Every file that the page needs."""
        return tuple(file for section in self.sections for file in section.files)

    def packed(self) -> dict[str, Any]:
        """As JSON values, ready to be stored or sent."""
        return self.model_dump(mode="json")


def digest(value: Any) -> str:
    """SHA-256 of a JSON value in its one canonical spelling."""
    spelling = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelling.encode()).hexdigest()


def unpacked(value: Any) -> Document:
    """The document that these JSON values say; raises ``InvalidDocument`` with the first thing that is wrong."""
    try:
        return Document.model_validate(value)
    except ValidationError as error:
        raise InvalidDocument(words_of(error)) from error


def words_of(error: ValidationError) -> str:
    """The first thing that is wrong, for whoever brought it: «sections.0.key: этого значения схема не допускает»."""
    first = error.errors()[0]
    place = ".".join(str(step) for step in first["loc"])
    said = {"missing": _("обязательного поля нет"), "extra_forbidden": _("такого поля в схеме нет")}
    words = said.get(first["type"], _("этого значения схема не допускает"))
    return _("Сообщение не по схеме. %(place)s: %(words)s.") % {"place": place or "–", "words": words}
