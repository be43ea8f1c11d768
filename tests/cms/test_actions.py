"""Every verb decides on what is stored now, whatever the caller still holds."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cms.actions import Action, Refused
from cms.branches.actions import OpenBranch
from cms.territories.models import Municipality
from mentoring.bank.actions import ConfirmMentor, MoveMentor
from mentoring.bank.enums import SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.models import MentorConsent
from tests.factories import MentorFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def families(base: type[Action] = Action) -> set[type[Action]]:
    """Every verb of the site; the apps have imported them."""
    found = {one for one in base.__subclasses__() if not one.__module__.startswith("tests.")}
    return found.union(*(families(one) for one in found)) if found else found


def test_no_verb_takes_its_locks_without_reading_its_thing_anew() -> None:
    """An override of ``lock`` either leaves the reading to the base or reads the thing itself."""
    own = {one for one in families() if "lock" in vars(one)}
    assert len(own) > 8
    for verb in own:
        names = vars(verb)["lock"].__code__.co_names
        #: «Берём практику» makes its thing itself: there is nothing stored that could be old.
        assert "super" in names or "thing" in names or verb.__name__ == "TakePractice", verb


def test_what_was_archived_meanwhile_is_not_confirmed() -> None:
    mentor = MentorFactory(selection_state=SelectionState.CANDIDATE)
    stale = Mentor.objects.get(pk=mentor.pk)
    MoveMentor(mentor, SelectionState.ARCHIVED, None).execute()

    with pytest.raises(Refused):
        ConfirmMentor(stale, None).execute()

    assert Mentor.objects.get(pk=mentor.pk).confirmed_on == mentor.confirmed_on


def test_an_entry_that_went_to_another_municipality_is_out_of_reach_at_once(
    coordinator, municipality, other_municipality
) -> None:
    mentor = MentorFactory(municipality=municipality, public=True)
    stale = Mentor.objects.select_related("organisation__municipality").get(pk=mentor.pk)
    Mentor.objects.filter(pk=mentor.pk).update(organisation=OrganisationFactory(municipality=other_municipality))

    with pytest.raises(PermissionDenied):
        ConfirmMentor(stale, coordinator).execute()


def test_a_branch_of_a_municipality_that_left_meanwhile_is_not_opened(municipality) -> None:
    stale = Municipality.objects.get(pk=municipality.pk)
    Municipality.objects.filter(pk=municipality.pk).update(is_active=False)

    with pytest.raises(Refused, match="не участвующий"):
        OpenBranch(stale, None).execute()


def test_what_was_deleted_meanwhile_is_said_in_words() -> None:
    mentor = MentorFactory(public=True)
    consent = MentorConsent.objects.filter(mentor=mentor).first()
    MentorConsent.objects.filter(pk=consent.pk).delete()
    with pytest.raises(Refused, match="больше нет"):
        WithdrawConsent(consent, None, timezone.localdate()).execute()
