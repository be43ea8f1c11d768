"""A small region with mentors whose every attribute differs, and an engine that knows nothing of other tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, Subject
from search.engines import get_engine
from search.mentors.vocabulary import District, Vocabulary, Workplace, vocabulary_cache
from tests.factories import (
    AudienceFactory,
    DirectionFactory,
    MentorFactory,
    MunicipalityFactory,
    OrganisationFactory,
    SubjectFactory,
)
from tests.search.mentors.reading import ADDRESS, Shown


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Neither the words nor the index of another test, which was rolled back."""
    for _moment in ("before", "after"):
        vocabulary_cache.forget()
        get_engine().forget()  # type: ignore[attr-defined]
        if _moment == "before":
            yield


class Region:
    """Three districts in a row on the map, two schools in each, and reference values by their codes."""

    def __init__(self) -> None:
        self.districts: dict[str, Municipality] = {}
        for column, (code, short, where) in enumerate(
            (
                ("klyuchi", "Ключевской", "Ключевском районе"),
                ("lipovets", "Липовецкий", "Липовецком районе"),
                ("ozerki", "Озерковский", "Озерковском районе"),
            )
        ):
            self.districts[code] = MunicipalityFactory(
                code=code,
                short_name=short,
                name=f"{short} район",
                name_prepositional=where,
                tile_column=column,
                tile_row=0,
            )
        self.schools: dict[str, Organisation] = {
            f"{code}-{number}": OrganisationFactory(
                code=f"{code}-{number}", short_name=f"Школа № {number}", municipality=district
            )
            for code, district in self.districts.items()
            for number in (1, 2)
        }
        self.subjects: dict[str, Subject] = _values(
            SubjectFactory, mathematics="Математика", physics="Физика", art="Изобразительное искусство"
        )
        self.directions: dict[str, Direction] = _values(
            DirectionFactory, exams="Подготовка к ОГЭ и ЕГЭ", inclusion="Инклюзивное обучение"
        )
        self.audiences: dict[str, Audience] = _values(
            AudienceFactory, young="Молодой педагог", student="Студент педагогического вуза"
        )

    def mentor(self, last_name: str, school: str = "klyuchi-1", subjects: str = "mathematics", **fields: Any) -> Any:
        """A public mentor; subjects, directions and audiences by their codes, parted by spaces."""
        for name, known in (("directions", self.directions), ("audiences", self.audiences)):
            fields[name] = [known[code] for code in fields.get(name, "").split()]  # type: ignore[attr-defined]
        fields.setdefault("position", "")
        return MentorFactory(
            public=True,
            last_name=last_name,
            organisation=self.schools[school],
            subjects=[self.subjects[code] for code in subjects.split()],
            **fields,
        )


def _values(factory: Any, **names: str) -> dict[str, Any]:
    return {code: factory(code=code, name=name, order=number) for number, (code, name) in enumerate(names.items())}


@pytest.fixture
def region(db: None) -> Region:
    return Region()


@pytest.fixture
def look(client: Client) -> Callable[..., Shown]:
    """The page at an address or a query string, as a visitor reads it: ``look("q=физика")``."""

    def open_page(address: str = "", **headers: str) -> Shown:
        url = address if address.startswith("/") else f"{ADDRESS}?{address}"
        response: HttpResponse | Any = client.get(url, headers=headers, follow=not headers)
        return Shown(response)

    return open_page


@pytest.fixture
def vocabulary() -> Vocabulary:
    """Words of a region, without a database."""
    districts = {
        code: District(code, short, f"{short} район", f"{short[:-2]}ом районе", (number, 0))
        for number, (code, short) in enumerate(
            {"klyuchi": "Ключевской", "lipovets": "Липовецкий", "vladimir": "Владимирский"}.items()
        )
    } | {f"d{n:02d}": District(f"d{n:02d}", f"Район {n}", f"Район {n}", f"районе {n}") for n in range(1, 31)}
    return Vocabulary(
        districts=districts,
        organisations={
            "lyceum": Workplace("lyceum", "Лицей № 4", "klyuchi"),
            "school": Workplace("school", "Школа № 2", "lipovets"),
        },
        subjects={
            "mathematics": "Математика",
            "russian": "Русский язык",
            "native": "Родной язык и литература",
            "technology": "Труд (технология)",
            "safety": "Основы безопасности и защиты Родины",
            "mhk": "МХК",
            **{f"s{n:02d}": f"Предмет {n}" for n in range(1, 25)},
        },
        directions={"exams": "Подготовка к ОГЭ и ЕГЭ", "inclusion": "Инклюзивное обучение"},
        audiences={"young": "Молодой педагог"},
    )
