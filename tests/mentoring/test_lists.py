"""The lists of the admin cost the same number of queries for one row and for many (T21)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import MentorFactory, OrganisationFactory, PairFactory, SubjectFactory, TrainingRecordFactory

pytestmark = pytest.mark.django_db

LISTS = [
    "wagtailsnippets_mentoring_mentor:list",
    "wagtailsnippets_mentoring_pair:list",
    "mentoring_mentorconsent_modeladmin_index",
    "mentoring_trainingrecord_modeladmin_index",
    "cms_organisation_modeladmin_index",
]


def fill(municipality, number):
    for _each in range(number):
        mentor = MentorFactory(
            public=True, organisation=OrganisationFactory(municipality=municipality), subjects=[SubjectFactory()]
        )
        PairFactory(mentor=mentor, active=True)
        TrainingRecordFactory(mentor=mentor)


def cost(client, name):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse(name)).status_code == 200
    return len(caught)


def test_the_number_of_queries_does_not_grow_with_the_rows(signed_in, coordinator, municipality):
    client = signed_in(coordinator)
    fill(municipality, 2)
    for name in LISTS:
        client.get(reverse(name))
    before = {name: cost(client, name) for name in LISTS}
    fill(municipality, 12)
    after = {name: cost(client, name) for name in LISTS}
    assert after == before
