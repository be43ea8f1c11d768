"""What stands in a book, as values that can be stored; people are numbers here, and become names when it is shown."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from bestpractices.yearbook.enums import MaterialKind


class Piece(BaseModel):
    """A part of a book; unknown fields are passed over, so that an older edition can always be read."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class FormLine(Piece):
    """Pairs of one form in the year: how many worked, and what became of them."""

    form: str
    worked: int
    opened: int
    completed: int
    ended: int
    going_on: int


class StageSaid(Piece):
    """A closed stage of a programme with its documents by name."""

    title: str
    documents: tuple[str, ...] = ()


class ProgrammeSaid(Piece):
    """A programme of the year."""

    page: int
    title: str
    closed: tuple[StageSaid, ...] = ()


class DuetSaid(Piece):
    """A published interview of the year."""

    page: int
    title: str
    month: str


class Results(Piece):
    """The first part, counted."""

    mentors: int = 0
    mentees: int = 0
    #: How many of ``worked`` are groups; None in editions of the time when nobody counted them apart.
    groups: int | None = None
    forms: tuple[FormLine, ...] = ()
    people: tuple[int, ...] = ()
    trained: int = 0
    applied: tuple[str, ...] = ()
    programmes: tuple[ProgrammeSaid, ...] = ()
    duets: tuple[DuetSaid, ...] = ()

    @property
    def pairs(self) -> int:
        """Pairs that worked in the year; with the groups where nobody counted those apart."""
        return sum(line.worked for line in self.forms) - (self.groups or 0)

    @property
    def is_empty(self) -> bool:
        """Whether the site knows nothing of the year."""
        return not (self.forms or self.trained or self.applied or self.programmes or self.duets)


class MaterialSaid(Piece):
    """A line of the second part; ``target`` is the page or document, ``image`` the picture that is printed."""

    kind: MaterialKind
    title: str
    target: int | None = None
    image: int | None = None
    alt: str = ""
    caption: str = ""
    lead: str = ""
    when: str = ""


class FigureSaid(Piece):
    """A planned and an actual figure in words."""

    name: str
    plan: str
    fact: str
    gap: str
    is_reached: bool


class PracticeSaid(Piece):
    """The essentials of a practice; ``mentors`` are its authors by number."""

    page: int
    title: str
    lead: str = ""
    problem: str = ""
    aim: str = ""
    result: str = ""
    failures: str = ""
    figures: tuple[FigureSaid, ...] = ()
    verdict: str = ""
    mentors: tuple[int, ...] = ()
    has_pair: bool = False
    was_published: bool = True


class Content(Piece):
    """The whole book."""

    title: str
    foreword: str = ""
    results: Results = Results()
    achieved: str = ""
    failures: str = ""
    plans: str = ""
    materials_words: str = ""
    materials: tuple[MaterialSaid, ...] = ()
    practices_words: str = ""
    practices: tuple[PracticeSaid, ...] = ()

    @property
    def mentors(self) -> frozenset[int]:
        """Everybody who may have to be named."""
        return frozenset(self.results.people).union(*(practice.mentors for practice in self.practices))
