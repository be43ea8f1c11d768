"""The parts of a travelling page; every text with markup is cleaned as it comes in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bestpractices.republication.documents.cleaning import clean

Html = Annotated[str, AfterValidator(clean)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    """Unknown fields are refused: what is not in the published schema does not travel."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TextBlock(Part):
    """Running text."""

    kind: Literal["text"] = "text"
    html: Html


class Fact(Part):
    """A name and what it says: «Форма» – «учитель – учитель»."""

    name: str
    words: str


class FactsBlock(Part):
    """A list of names with what they say."""

    kind: Literal["facts"] = "facts"
    facts: tuple[Fact, ...]


class TableBlock(Part):
    """A table; every row is as long as the head."""

    kind: Literal["table"] = "table"
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class VoicesBlock(Part):
    """A question with two answers; an empty answer is a marked silence."""

    kind: Literal["voices"] = "voices"
    question: str
    mentor: Html
    mentee: Html
    optics: Literal["", "agree", "differ", "one"] = ""


class FileBlock(Part):
    """A document, known by the SHA-256 of its content; ``size`` in bytes."""

    kind: Literal["file"] = "file"
    title: str
    name: str
    sha256: Sha256
    size: Annotated[int, Field(ge=0)]


class PictureBlock(Part):
    """A picture, known by the SHA-256 of its content; sizes in pixels."""

    kind: Literal["picture"] = "picture"
    alt: Annotated[str, Field(min_length=1)]
    sha256: Sha256
    width: Annotated[int, Field(gt=0)]
    height: Annotated[int, Field(gt=0)]


Block = Annotated[
    TextBlock | FactsBlock | TableBlock | VoicesBlock | FileBlock | PictureBlock, Field(discriminator="kind")
]


class Section(Part):
    """A part of the page under its own heading; ``key`` stays the same from version to version."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,80}$")]
    title: str
    blocks: tuple[Block, ...]

    @property
    def files(self) -> tuple[FileBlock | PictureBlock, ...]:
        """The files that this section needs."""
        return tuple(block for block in self.blocks if isinstance(block, FileBlock | PictureBlock))
