"""334 organisations spread unevenly over the municipalities; 195 of them have a «Точка роста»."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cms.territories.enums import MunicipalityKind, OrganisationKind
from demo.dice import stream
from demo.latin import slug
from demo.organisation_names import COLLEGES, EXTRAS, GYMNASIUMS, LYCEUMS, full_name, kindergarten_names
from demo.settlements import Village, build_villages
from demo.shapes import DemoMunicipality, DemoOrganisation

ORGANISATIONS = 334
GROWTH_POINTS = 195
GROWTH_POINT, QUANTORIUM, IT_CUBE = "tochka-rosta", "kvantorium", "it-kub"
TAGS = {GROWTH_POINT: "Точка роста", QUANTORIUM: "Кванториум", IT_CUBE: "IT-куб"}

_FORMS = ("бюджетное", "бюджетное", "бюджетное", "казённое", "автономное")
#: How many mentors an organisation of the kind has, against an average village school.
_KIND_WEIGHT = {
    OrganisationKind.SCHOOL: 1.0,
    OrganisationKind.GYMNASIUM: 2.6,
    OrganisationKind.LYCEUM: 2.6,
    OrganisationKind.KINDERGARTEN: 0.6,
    OrganisationKind.COLLEGE: 1.4,
    OrganisationKind.EXTRA: 0.7,
}
_LUCK = (0.3, 0.5, 0.8, 1.0, 1.0, 1.2, 1.6, 2.2)


@dataclass(frozen=True, slots=True)
class _Place:
    """An organisation before it gets its code, charter name and tags."""

    kind: OrganisationKind
    short_name: str
    settlement: str
    is_rural: bool


def shares(weights: list[float], total: int, least: int = 0) -> list[int]:
    """The total split by weight into whole parts of at least ``least``; the largest remainders get the rest."""
    free = total - least * len(weights)
    exact = [free * weight / sum(weights) for weight in weights]
    parts = [least + int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda index: (int(exact[index]) - exact[index], index))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return parts


def _seat_is_rural(municipality: DemoMunicipality) -> bool:
    return municipality.centre.startswith(("с.", "пос."))


def _gardens_and_clubs(
    municipality: DemoMunicipality, size: int, gardens: Iterator[str], clubs: Iterator[str]
) -> Iterator[_Place]:
    rural = _seat_is_rural(municipality)
    for _ in range(max(1, size // 10)):
        yield _Place(OrganisationKind.KINDERGARTEN, f"Детский сад «{next(gardens)}»", municipality.centre, rural)
    for _ in range(2 if size > 30 else int(size >= 8)):
        yield _Place(OrganisationKind.EXTRA, next(clubs), municipality.centre, rural)


def _chosen(municipality: DemoMunicipality) -> Iterator[_Place]:
    """The lyceums, gymnasiums and colleges that the region has by name."""
    rural = _seat_is_rural(municipality)
    for number in LYCEUMS.get(municipality.code, ()):
        yield _Place(OrganisationKind.LYCEUM, f"Лицей № {number}", municipality.centre, rural)
    for number in GYMNASIUMS.get(municipality.code, ()):
        yield _Place(OrganisationKind.GYMNASIUM, f"Гимназия № {number}", municipality.centre, rural)
    for name in COLLEGES.get(municipality.code, ()):
        yield _Place(OrganisationKind.COLLEGE, name, municipality.centre, rural)


def _schools(municipality: DemoMunicipality, count: int, villages: Iterator[Village]) -> Iterator[_Place]:
    """The schools of the seat, by number, then those of the villages, by name."""
    rural = _seat_is_rural(municipality)
    is_city = municipality.kind == MunicipalityKind.CITY_OKRUG
    in_seat = count if is_city else max(1, count // (4 if rural else 3))
    taken = {*LYCEUMS.get(municipality.code, ()), *GYMNASIUMS.get(municipality.code, ())}
    numbers = (number for number in range(1, 99) if number not in taken)
    for _ in range(in_seat):
        name = f"Школа № {next(numbers)}"
        if rural:
            adjective = municipality.short_name[:-2] + "ая"
            name = f"{adjective} школа № {name.split()[-1]}" if in_seat > 1 else f"{adjective} школа"
        yield _Place(OrganisationKind.SCHOOL, name, municipality.centre, rural)
    for _ in range(count - in_seat):
        village = next(villages)
        yield _Place(OrganisationKind.SCHOOL, f"{village.adjective} школа", village.name, True)


def _places(
    municipality: DemoMunicipality, size: int, villages: Iterator[Village], gardens: Iterator[str], clubs: Iterator[str]
) -> list[_Place]:
    places = [*_chosen(municipality), *_gardens_and_clubs(municipality, size, gardens, clubs)]
    schools = size - len(places)
    if municipality.code == "klyuchevskoy":  # the two schools that the site's stories are about
        places.append(_Place(OrganisationKind.SCHOOL, "Ракитинская школа", "с. Ракитино", True))
        places.append(_Place(OrganisationKind.SCHOOL, "Заречная школа", "д. Заречье", True))
        schools -= 2
    return [*places, *_schools(municipality, schools, villages)]


def _organisation(place: _Place, municipality: DemoMunicipality, rng: random.Random) -> DemoOrganisation:
    code = f"{municipality.code}-{slug(place.short_name)}"[:60].strip("-")
    return DemoOrganisation(
        code=code,
        municipality=municipality.code,
        kind=str(place.kind),
        short_name=place.short_name,
        full_name=full_name(place.kind, place.short_name, municipality, rng.choice(_FORMS)),
        settlement=place.settlement,
        tags=(),
        is_rural=place.is_rural,
        is_reference=False,
        site=f"https://{code}.example/",
        weight=_KIND_WEIGHT[place.kind] * rng.choice(_LUCK) * (1.0 if place.is_rural else 1.5),
    )


def _tagged(organisations: list[DemoOrganisation], rng: random.Random) -> list[DemoOrganisation]:
    """Tags given out: «Точка роста» goes to village schools first, the technical parks to towns."""
    numbers = range(len(organisations))
    schools = [number for number in numbers if organisations[number].kind == OrganisationKind.SCHOOL]
    rng.shuffle(schools)
    schools.sort(key=lambda number: not organisations[number].is_rural)
    in_towns = [n for n in numbers if not organisations[n].is_rural and organisations[n].kind != "kindergarten"]
    technical = rng.sample(in_towns, 14)
    tags: dict[int, list[str]] = {number: [GROWTH_POINT] for number in schools[:GROWTH_POINTS]}
    for position, number in enumerate(technical):
        tags.setdefault(number, []).append(QUANTORIUM if position < 5 else IT_CUBE)
    references = set(rng.sample(numbers, 41))
    return [
        replace(organisation, tags=tuple(tags.get(number, ())), is_reference=number in references)
        for number, organisation in enumerate(organisations)
    ]


def build_organisations(municipalities: tuple[DemoMunicipality, ...]) -> tuple[DemoOrganisation, ...]:
    """All organisations, municipality by municipality."""
    rng = stream("organisations")
    villages = iter(build_villages(rng))
    gardens = kindergarten_names()
    rng.shuffle(gardens)
    garden_names, club_names = iter(gardens), iter(EXTRAS * 10)
    sizes = shares([municipality.weight for municipality in municipalities], ORGANISATIONS, least=3)
    built = [
        _organisation(place, municipality, rng)
        for municipality, size in zip(municipalities, sizes, strict=True)
        for place in _places(municipality, size, villages, garden_names, club_names)
    ]
    return tuple(_tagged(built, rng))
