"""What the generator gives: plain frozen rows that know nothing of the database."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DemoMunicipality:
    """A municipality; tiles count from 0, odd rows stand half a tile right; ``weight`` is its share of schools."""

    code: str
    kind: str
    name: str
    short_name: str
    name_prepositional: str
    centre: str
    tile_label: str
    tile_column: int
    tile_row: int
    weight: int
    is_remote: bool


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """A school, kindergarten, college or centre; ``weight`` is its share of the municipality's mentors."""

    code: str
    municipality: str
    kind: str
    short_name: str
    full_name: str
    settlement: str
    tags: tuple[str, ...]
    is_rural: bool
    is_reference: bool
    site: str
    weight: float


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """An invented person."""

    last_name: str
    first_name: str
    middle_name: str
    is_female: bool

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic (if any)."""
        return " ".join(filter(None, (self.last_name, self.first_name, self.middle_name)))


@dataclass(frozen=True, slots=True)
class DemoConsent:
    """A consent to one purpose; ``fields`` are what a consent to publication names beyond the entry itself."""

    purpose: str
    given_on: date
    valid_until: date | None = None
    withdrawn_on: date | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoStep:
    """A move through the selection."""

    from_state: str
    to_state: str
    on: date


@dataclass(frozen=True, slots=True)
class DemoTraining:
    """A training passed in the School of Mentors."""

    programme: str
    training_format: str
    completed_on: date


@dataclass(frozen=True, slots=True)
class DemoMentor:
    """A row of the Mentor Bank; ``number`` counts from 1, codes are those of the reference data and the enums."""

    number: int
    person: DemoPerson
    who: str
    is_minor: bool
    organisation: str
    municipality: str
    position: str
    subjects: tuple[str, ...]
    directions: tuple[str, ...]
    audiences: tuple[str, ...]
    experience_band: str
    category: str
    special_categories: tuple[str, ...]
    mentee_experience: tuple[str, ...]
    mentee_categories: tuple[str, ...]
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    meetings: tuple[str, ...]
    places: int
    honours: str
    is_honoured: bool
    about: str
    case_title: str
    case_url: str
    portfolio: tuple[tuple[str, str], ...]
    email: str
    page_url: str
    source: str
    level: str
    state: str
    history: tuple[DemoStep, ...]
    trainings: tuple[DemoTraining, ...]
    confirmed_on: date
    consents: tuple[DemoConsent, ...]


@dataclass(frozen=True, slots=True)
class DemoPair:
    """A mentor, by number, with the people in their care."""

    mentor: int
    organisation: str
    mentees: tuple[DemoPerson, ...]
    mentees_are_minors: bool
    model: str
    kind: str
    state: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A login; ``municipality`` is empty for the region."""

    email: str
    last_name: str
    first_name: str
    role: str
    municipality: str


@dataclass(frozen=True, slots=True)
class DemoRegion:
    """The whole region as of ``today``."""

    today: date
    municipalities: tuple[DemoMunicipality, ...]
    organisations: tuple[DemoOrganisation, ...]
    mentors: tuple[DemoMentor, ...]
    pairs: tuple[DemoPair, ...]
    accounts: tuple[DemoAccount, ...]
