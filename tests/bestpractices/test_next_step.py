"""A finished programme leads to a practice, for those who may write one there."""

import pytest
from django.contrib.auth.models import User

from cms.territories.models import Municipality
from mentoring.programmes.stages.next_steps import next_steps
from tests.factories import OrganisationFactory, open_branch
from tests.factories.programmes import make_programme


@pytest.mark.django_db
def test_the_last_stage_offers_to_write_a_practice(
    municipality: Municipality, methodist: User, other_coordinator: User
) -> None:
    open_branch(municipality)
    programme = make_programme(OrganisationFactory(municipality=municipality))
    assert [step.label for step in next_steps(programme, methodist)] == ["Написать практику"]
    assert next_steps(programme, other_coordinator) == []
