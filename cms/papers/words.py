"""What a paper says, without a word of how it looks: the dataclasses that presenters fill."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date
from enum import Enum


class Style(Enum):
    """The look of a paper."""

    DUET = "duet"  # mark, two-colour line, the site's two fonts
    OFFICIAL = "official"  # orders and forms: 14 pt serif, 1.5 lines, no colour, no mark


@dataclass(frozen=True, slots=True)
class Strong:
    """A few words that must not be overlooked."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words with an address; on paper the address stands in the list «Ссылки» at the end."""

    text: str
    url: str


#: What may stand behind a link on paper; with any other address the words stay plain.
ADDRESSES = ("http://", "https://", "mailto:")

#: A line of text: plain, or a row of plain, strong and linked pieces. Markup in it is printed as it was typed.
Words = str | Sequence["str | Strong | Link"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a new great part) to 3; levels 1 and 2 are bookmarks of the PDF."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; empty lines in a plain text part it into several."""

    words: Words


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph that warns, behind a bar: «Что не получилось»."""

    words: Words


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph with its own number («3.1.»); numbers are words of the document, so nobody counts them anew."""

    number: str
    words: Words
    level: int = 1


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: Sequence[Words]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with values, the same pairs as ``components/facts.html``; a pair without a value is left out."""

    pairs: Sequence[tuple[str, Words]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on each sheet.

    ``widths`` are parts of the line (any numbers; equal when left out), ``right`` the columns of figures; a row
    of one cell spans the whole table and heads what follows.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[Words]]
    widths: Sequence[float] = ()
    right: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of the two says; no words at all mean that the question was left without an answer."""

    name: str
    words: Words = ""
    silence: str = ""  # what is printed then: «Вера Аркадьевна решила не отвечать»


@dataclass(frozen=True, slots=True)
class TwoVoices:
    """The same thing seen by mentor and mentee, side by side in equal columns."""

    mentor: Voice
    mentee: Voice


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of an order: who issues it, what it is, when and under which number."""

    issuer: str
    kind: str
    date: str
    number: str


@dataclass(frozen=True, slots=True)
class Approval:
    """The block at the right edge over an appendix: «УТВЕРЖДЕНО приказом … № … от …», line by line."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """Post at the left, room for the signature, name at the right; an empty name leaves a line to sign on."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (the bytes of a PNG or JPEG), the words for a reader who does not see it, and its caption."""

    content: bytes
    alt: str
    caption: Words = ""


@dataclass(frozen=True, slots=True)
class NewSheet:
    """What follows begins on a sheet of its own."""


Part = (
    Heading
    | Paragraph
    | Remark
    | Numbered
    | Bullets
    | Facts
    | Table
    | TwoVoices
    | Letterhead
    | Approval
    | Signature
    | Picture
    | NewSheet
)


@dataclass(frozen=True, slots=True)
class Source:
    """A step of the way that the words came: «Ракитинская школа, 12.10.2025»."""

    name: str
    on: date | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%d.%m.%Y}" if self.on else self.name


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document; ``bank`` stands in the running head, ``sources`` and the checksum in the foot."""

    title: str
    parts: Sequence[Part]
    subtitle: str = ""
    bank: str = ""
    author: str = ""
    style: Style = Style.DUET
    letterhead: Letterhead | None = None
    sources: Sequence[Source] = field(default_factory=tuple)

    @property
    def checksum(self) -> str:
        """SHA-256 of every word and its order (64 hexadecimal digits): the same words, the same sum."""
        plain = json.dumps(asdict(self), default=_plain, ensure_ascii=False, sort_keys=True)
        kinds = ",".join(type(part).__name__ for part in self.parts)
        return hashlib.sha256(f"{kinds}\n{plain}".encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value.value if isinstance(value, Enum) else str(value)


def pieces(words: Words) -> list[str | Strong | Link]:
    """The words as a list of pieces, whichever way they were written."""
    return [words] if isinstance(words, str) else list(words)


def is_address(url: str) -> bool:
    """Whether a reader of the paper could go there."""
    return url.lower().startswith(ADDRESSES)


def plain_text(words: Words) -> str:
    """The words without strength and addresses."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces(words))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text that people typed: empty lines part them."""
    return [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
