"""Words ready for the page of an act, the list of acts and the paper."""

from __future__ import annotations

from dataclasses import dataclass

from cms.acts.dates import AskedDay
from cms.acts.enums import ActState
from cms.acts.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ActLink:
    """Another act: its citation, its page if it has one, and what is to be known of it («утратил силу»)."""

    text: str
    url: str = ""
    level: str = ""
    note: str = ""
    is_lost: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A notice over the act, with the act that it speaks of."""

    lead: str
    text: str
    url: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class FileWords:
    """A file to open: «PDF, 1,2 МБ», its SHA-256, and what is to be said of its being genuine."""

    title: str
    url: str
    about: str
    sha256: str
    genuine: str
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix with its text on the page, and the block by which it was approved, line by line."""

    title: str
    approval: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """An operative paragraph; ``depth`` 2 is a sub-item."""

    number: str
    text: str
    depth: int


@dataclass(frozen=True, slots=True)
class EditionWords:
    """A line under the picture of editions: «№ 214-о, вторая редакция», «2023–2024»."""

    number: int
    text: str
    url: str
    years: str
    is_asked: bool


@dataclass(frozen=True, slots=True)
class OnDay:
    """The answer to «что действовало на дату»."""

    asked: AskedDay
    words: str
    link: ActLink | None
    editions: tuple[EditionWords, ...]
    picture: Timeline


@dataclass(frozen=True, slots=True)
class Relations:
    """Both directions of every relation."""

    grounds: tuple[ActLink, ...]
    issued: tuple[ActLink, ...]
    amends: tuple[ActLink, ...]
    changed_by: tuple[ActLink, ...]
    cancels: tuple[ActLink, ...]
    cancelled_by: tuple[ActLink, ...]

    @property
    def is_empty(self) -> bool:
        """True where the act stands alone."""
        return not any((self.grounds, self.issued, self.amends, self.changed_by, self.cancels, self.cancelled_by))


@dataclass(frozen=True, slots=True)
class PublicAct:
    """An act as its page says it."""

    eyebrow: str
    heading: str
    issued: str
    short: str
    state: ActState
    state_words: str
    alarms: tuple[Alarm, ...]
    relations: Relations
    on_day: OnDay | None
    facts: tuple[tuple[str, str], ...]
    preamble: tuple[str, ...]
    clauses: tuple[Clause, ...]
    appendices: tuple[Appendix, ...]
    files: tuple[FileWords, ...]
    citation: str
    #: Whether the act's own words stand here; the papers exist only then.
    has_text: bool
    official_url: str
    official_words: str
    #: Whose the act is, in the genitive, where it is not our region's.
    other_region: str
    pdf_url: str
    docx_url: str
