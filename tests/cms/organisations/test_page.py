"""The page of an organisation: its own municipality, its mentors, its pairs."""

import pytest
from django.core.exceptions import ValidationError

from cms.organisations.models import OrganisationPage
from mentoring.pairs.enums import PairState
from tests.factories import MentorFactory, OrganisationFactory, PairFactory, open_branch

pytestmark = pytest.mark.django_db


def test_the_page_leads_to_the_mentors_and_counts_the_pairs(client, municipality):
    school = OrganisationFactory(municipality=municipality, short_name="Лицей № 4", code="litsey")
    mentor = MentorFactory(organisation=school, public=True)
    PairFactory(mentor=mentor, organisation=school, state=PairState.ACTIVE)
    page = open_branch(municipality).add_child(
        instance=OrganisationPage(title="Лицей № 4", slug="litsey", organisation=school, is_resource_centre=True)
    )

    body = client.get(page.url).content.decode()

    assert "Ресурсный центр наставнических практик" in body
    assert "пара работает" in body
    assert "/nastavniki/?district=klyuchi&amp;organisation=litsey" in body
    assert '"@type": "EducationalOrganization"' in body


def test_an_organisation_of_another_municipality_is_refused(municipality, other_municipality):
    page = OrganisationPage(title="Школа", slug="s", organisation=OrganisationFactory(municipality=other_municipality))
    home = open_branch(municipality)
    page.path, page.depth = home.path + "0099", home.depth + 1
    with pytest.raises(ValidationError, match="другого муниципалитета"):
        page.clean()
