"""What the texts of the demo's acts are written as."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from cms.acts.enums import Deed, Kind, Level, RelationKind


@dataclass(frozen=True, slots=True)
class DemoAct:
    """An act; ``relations`` are (kind, code of another act or a citation, since which day).

    ``municipality`` is the code of the branch in which it stands, empty for the region's own section.
    """

    code: str
    level: Level
    kind: Kind
    issuer: str
    issuer_short: str
    number: str
    date: datetime.date
    title: str
    official_title: str
    lead: str
    models: tuple[str, ...] = ()
    school_year: int | None = None
    preamble: str = ""
    paragraphs: tuple[tuple[str, Deed, str], ...] = ()
    control: str = ""
    signatory: tuple[str, str] = ("", "")
    appendices: tuple[tuple[str, str], ...] = ()
    relations: tuple[tuple[RelationKind, str, datetime.date | None], ...] = field(default_factory=tuple)
    municipality: str = ""
    #: Whose the act is, in the genitive, where neither our region's nor said by the name of its issuer.
    other_region: str = ""
