"""People drawn from the names of the region, so that a full name repeats only as rarely as in life."""

import random
from dataclasses import dataclass

from demo.dice import weighted
from demo.people import given, surnames
from demo.people.given import patronymic
from demo.people.surnames import FAMOUS, feminine
from demo.shapes import DemoPerson

ELDER, MIDDLE, YOUNG = "elder", "middle", "young"
_SLAVIC_FEMALE = {ELDER: given.FEMALE_ELDER, MIDDLE: given.FEMALE_MIDDLE, YOUNG: given.FEMALE_YOUNG}
_SLAVIC_MALE = {ELDER: given.MALE_ELDER, MIDDLE: given.MALE_MIDDLE, YOUNG: given.MALE_YOUNG}


@dataclass(frozen=True, slots=True)
class _People:
    """The names of one people; ``None`` stands for the common names of the generation."""

    surnames: tuple[str, ...]
    female: tuple[str, ...] | None = None
    male: tuple[str, ...] | None = None
    fathers: tuple[str, ...] | None = None


_PEOPLES: tuple[tuple[_People, float], ...] = (
    (_People(surnames.RUSSIAN), 74),
    (_People(surnames.RUSSIAN_OTHER), 4),
    (_People(surnames.UKRAINIAN), 6),
    (_People(surnames.BELARUSIAN), 1),
    (_People(surnames.TATAR, given.TATAR_FEMALE, given.TATAR_MALE, given.TATAR_FATHERS), 6),
    (_People(surnames.VOLGA), 3),
    (_People(surnames.CAUCASUS, given.CAUCASUS_FEMALE, given.CAUCASUS_MALE, given.CAUCASUS_FATHERS), 2),
    (_People(surnames.ARMENIAN, given.ARMENIAN_FEMALE, given.ARMENIAN_MALE, given.ARMENIAN_FATHERS), 1.5),
    (_People(surnames.BURYAT, given.BURYAT_FEMALE, given.BURYAT_MALE, given.BURYAT_FATHERS), 1),
    (_People(surnames.GERMAN), 1.5),
)


def generation(birth_year: int) -> str:
    """Whose names a person born in the year is likely to have."""
    if birth_year < 1972:
        return ELDER
    return MIDDLE if birth_year < 1992 else YOUNG


class Registry:
    """Draws people and remembers them: a full name may come twice, never three times."""

    MOST_NAMESAKES = 2

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._seen: dict[str, int] = {}

    def draw(self, birth_year: int, is_female: bool) -> DemoPerson:
        """A new person of the generation and gender."""
        while True:
            person, base = self._candidate(birth_year, is_female)
            if f"{base} {person.first_name}" in FAMOUS:
                continue
            namesakes = self._seen.get(person.full_name, 0)
            if namesakes < self.MOST_NAMESAKES:
                self._seen[person.full_name] = namesakes + 1
                return person

    def _candidate(self, birth_year: int, is_female: bool) -> tuple[DemoPerson, str]:
        rng = self._rng
        people = weighted(rng, _PEOPLES)
        own = people.female if is_female else people.male
        common = (_SLAVIC_FEMALE if is_female else _SLAVIC_MALE)[generation(birth_year)]
        first = rng.choice(own if own and rng.random() < 0.8 else common)
        base = rng.choice(people.surnames)
        last = feminine(base) if is_female else base
        middle = patronymic(rng.choice(people.fathers or given.FATHERS), is_female)
        return DemoPerson(last, first, middle, is_female), base
