"""Cases of real use: the invented region behind a real server, asked as a visitor and as another program ask it."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.territories.models import Municipality
from mentoring.reference.seeding import seed_reference
from tests.factories import OrganisationFactory
from tests.servers import environment, serving


class Asking:
    """A visitor of one running site."""

    def __init__(self, address: str) -> None:
        self.address = address

    def page(self, text: str, path: str = "/nastavniki/", **parameters: Any) -> str:
        """The page of results for a text, as HTML."""
        return self._read(path, {"q": text, **parameters})

    def mentors(self, text: str, **parameters: Any) -> dict[str, Any]:
        """The JSON answer for a text: ``total``, ``items``, ``facets``, …"""
        answer: dict[str, Any] = json.loads(self._read("/api/v1/mentors", {"q": text, **parameters}))
        return answer

    def _read(self, path: str, parameters: dict[str, Any]) -> str:
        query = urllib.parse.urlencode(parameters, doseq=True)
        with urllib.request.urlopen(f"{self.address}{path}?{query}", timeout=30) as answer:
            return str(answer.read().decode())


@pytest.fixture(scope="session")
def asking(region: Path) -> Iterator[Asking]:
    """Asks a server of this worker's own copy of the region."""
    with serving(region, environment(region, API_RATE="100000/m")) as address:
        yield Asking(address)


@pytest.fixture
def bank(municipality: Municipality) -> Municipality:
    """«Ключевской район» with the three schools of the cases, and the reference tables."""
    seed_reference()
    for name in ("Лицей № 4", "Заречная школа", "Ключевская школа"):
        OrganisationFactory(municipality=municipality, short_name=name, full_name=name)
    return municipality
