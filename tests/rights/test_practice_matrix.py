"""What each role does with copies, with «берём практику» and with experts: at home, abroad, or nowhere.

Writing, checking, scoring and publishing practices stand in ``bestpractices.review.grants`` and are tried in
``tests/bestpractices/review/test_grants.py``; this table covers what is done with practices that are out already.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from bestpractices.adoption.actions import MoveAdoption, TakePractice
from bestpractices.adoption.enums import AdoptionState
from bestpractices.republication.actions import ChangeMode, DeclineUpdate, OwnWords, TakeCopy
from bestpractices.republication.enums import CopyMode
from bestpractices.republication.models import Republication, SourceUpdate
from bestpractices.scoring.actions import ReplaceExpert
from bestpractices.scoring.models import ExpertReview
from cms.accounts.enums import REGION_WIDE_ROLES, Role
from cms.territories.models import Municipality
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from tests.factories import MunicipalityFactory, OrganisationFactory, UserFactory, open_branch
from tests.factories import practices as make
from tests.factories.programmes import make_programme
from tests.rights.test_matrix import undone

pytestmark = pytest.mark.django_db

OWN, ALL, NO = "own", "all", "–"

#: What is done                    teacher  coordinator  methodist  expert  editor  centre
TABLE = {
    "take a copy": (NO, OWN, OWN, NO, OWN, ALL),
    "answer an update": (NO, OWN, OWN, NO, NO, ALL),
    "change how a copy follows": (NO, OWN, OWN, NO, NO, ALL),
    "apply a practice": (NO, OWN, OWN, NO, NO, ALL),
    "say what came of it": (NO, OWN, OWN, NO, NO, ALL),
    "replace an expert": (NO, NO, NO, NO, NO, ALL),
}
ROLES = (Role.TEACHER, Role.COORDINATOR, Role.METHODIST, Role.EXPERT, Role.EDITOR, Role.REGIONAL_CENTRE)

Attempt = Callable[[Any, Municipality, Any], Any]


def section(place: Municipality) -> ProgrammeIndexPage:
    return ProgrammeIndexPage.objects.get(municipality=place)


def copied(place: Municipality, source: Any) -> Republication:
    """A copy in this place, published by nobody in particular."""
    page = TakeCopy(source, section(place), OwnWords("Копия", "", date(2026, 11, 1)), None).execute()
    page.save_revision().publish()
    return Republication.objects.get(page=page.pk)


def take(user: Any, place: Municipality, source: Any) -> None:
    TakeCopy(source, section(place), OwnWords("Копия", "", date(2026, 11, 1)), user).execute()


def answer(user: Any, place: Municipality, source: Any) -> None:
    copied(place, source)
    page = ProgrammePage.objects.get(pk=source.pk)
    page.aim = "Новая цель"
    page.save_revision().publish()
    DeclineUpdate(SourceUpdate.objects.waiting().get(), user).execute()


def follow(user: Any, place: Municipality, source: Any) -> None:
    ChangeMode(copied(place, source), user, CopyMode.FOLLOW).execute()


def apply(user: Any, place: Municipality, source: Any) -> None:
    TakePractice(source, OrganisationFactory(municipality=place), user).execute()


def tell(user: Any, place: Municipality, source: Any) -> None:
    adoption = TakePractice(source, OrganisationFactory(municipality=place), None).execute()
    MoveAdoption(adoption, user, AdoptionState.RUNNING).execute()


def replace(user: Any, place: Municipality, source: Any) -> None:
    practice = make.practice_at_experts(place, make.appointed(Role.METHODIST, place))
    ReplaceExpert(ExpertReview.objects.filter(state__page=practice).first(), user, "Молчит").execute()


ATTEMPTS: dict[str, Attempt] = {
    "take a copy": take,
    "answer an update": answer,
    "change how a copy follows": follow,
    "apply a practice": apply,
    "say what came of it": tell,
    "replace an expert": replace,
}


@pytest.fixture
def source(municipality: Municipality, other_municipality: Municipality) -> ProgrammePage:
    """Published by a third municipality."""
    third = MunicipalityFactory()
    for place in (municipality, other_municipality, third):
        open_branch(place)
    return make_programme(OrganisationFactory(municipality=third))


@pytest.mark.parametrize("name", TABLE)
def test_every_role_at_home_and_abroad(
    name: str, source: ProgrammePage, municipality: Municipality, other_municipality: Municipality
) -> None:
    found = []
    for role in ROLES:
        reached = [_happens(name, role, municipality, place, source) for place in (municipality, other_municipality)]
        found.append({(True, True): ALL, (True, False): OWN, (False, False): NO}[tuple(reached)])  # type: ignore[index]
    assert tuple(found) == TABLE[name]


def _happens(name: str, role: Role, home: Municipality, place: Municipality, source: Any) -> bool:
    with undone():
        user = UserFactory(role=role, municipality=None if role in REGION_WIDE_ROLES else home)
        with suppress(PermissionDenied):
            ATTEMPTS[name](user, place, source)
            return True
    return False
