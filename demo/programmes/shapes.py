"""What the demo tells of a programme before it becomes a page."""

from __future__ import annotations

from dataclasses import dataclass

from cms.territories.enums import OrganisationKind
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.programmes.enums import Goal, StartMonth


@dataclass(frozen=True, slots=True)
class Who:
    """Who can take a role, with the age bounds in years; (0, 0) names none."""

    words: str
    ages: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of pairs: codes of the reference tables, and the organisation's own lines."""

    pair_model: PairModel
    formats: tuple[str, ...]
    documents: tuple[str, ...]
    own_formats: tuple[str, ...] = ()
    own_documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoCurator:
    """An invented curator; ``consent`` is «», «name» or «phone»."""

    name: str
    post: str
    phone: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class DemoProgramme:
    """A programme of the busiest organisation of a kind in one municipality; ``closed`` stages are behind it."""

    slug: str
    municipality: str
    kind: OrganisationKind
    title: str
    lead: str
    definition: str
    aim: str
    goals: tuple[Goal, ...]
    tasks: tuple[str, ...]
    mentors: tuple[Who, ...]
    mentees: tuple[Who, ...]
    kinds: tuple[MentoringKind, ...]
    mentoring_forms: tuple[MentoringForm, ...]
    forms: tuple[Form, ...]
    curator: DemoCurator
    closed: int
    start: StartMonth = StartMonth.SEPTEMBER
