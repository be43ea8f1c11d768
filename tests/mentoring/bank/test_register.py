"""«Реестр наставников»: own rows only, every filter and order answers, the query count does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.bank.enums import Freshness, HiddenBy
from mentoring.bank.models import Mentor
from mentoring.bank.publicness import reasons_hidden
from mentoring.bank.register import qualification
from tests.factories import DirectionFactory, MentorConsentFactory, MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db


def shown(client, address="mentor_register", **params):
    response = client.get(reverse(address), params)
    assert response.status_code == 200
    return {mentor.pk for mentor in response.context["object_list"]}


def test_a_coordinator_sees_the_own_municipality_and_the_regional_centre_all(
    signed_in, coordinator, regional_centre, municipality, other_municipality
):
    mine, foreign = MentorFactory(municipality=municipality), MentorFactory(municipality=other_municipality)
    assert shown(signed_in(coordinator)) == {mine.pk}
    assert shown(signed_in(regional_centre)) == {mine.pk, foreign.pk}


def test_another_municipality_in_the_address_shows_nothing_of_it(
    signed_in, coordinator, municipality, other_municipality
):
    mine = MentorFactory(municipality=municipality)
    foreign = MentorFactory(municipality=other_municipality)
    response = signed_in(coordinator).get(reverse("mentor_register"), {"municipality": other_municipality.pk})
    assert foreign.last_name not in response.content.decode()
    assert other_municipality.name not in response.content.decode()
    assert mine.pk


@pytest.fixture
def bank(municipality):
    """One entry per reason to be hidden, and a public one."""
    made = {
        "public": MentorFactory(public=True, municipality=municipality, category="highest"),
        HiddenBy.MINOR: MentorFactory(public=True, minor=True, municipality=municipality),
        HiddenBy.DRAFT: MentorFactory(public=True, draft=True, municipality=municipality, category="highest"),
        HiddenBy.SELECTION: MentorFactory(public=True, candidate=True, municipality=municipality, is_honoured=True),
        HiddenBy.GREY: MentorFactory(public=True, grey=True, municipality=municipality),
        HiddenBy.PUBLICATION: MentorFactory(municipality=municipality),
        HiddenBy.PROCESSING: MentorFactory(municipality=municipality),
    }
    MentorConsentFactory(mentor=made[HiddenBy.PUBLICATION])
    MentorConsentFactory(mentor=made[HiddenBy.PROCESSING], publication=True)
    return made


def test_the_filter_of_reasons_agrees_with_the_words(signed_in, coordinator, bank):
    client, today = signed_in(coordinator), timezone.localdate()
    for reason in HiddenBy:
        named = {m.pk for m in Mentor.objects.all() if reason in {r.by for r in reasons_hidden(m, today)}}
        assert shown(client, hidden_by=reason.value) == named, reason


def test_the_filters_of_visibility_consents_and_freshness(signed_in, coordinator, bank):
    client = signed_in(coordinator)
    everyone = {mentor.pk for mentor in bank.values()}
    assert shown(client, public="yes") == {bank["public"].pk}
    assert shown(client, public="no") == everyone - {bank["public"].pk}
    lacking = {bank[HiddenBy.PUBLICATION].pk, bank[HiddenBy.PROCESSING].pk}
    assert shown(client, consent="no") == lacking
    assert shown(client, consent="yes") == everyone - lacking
    assert shown(client, freshness=Freshness.GREY) == {bank[HiddenBy.GREY].pk}


def test_the_filters_of_what_a_mentor_offers(signed_in, coordinator, municipality):
    subject, direction = SubjectFactory(), DirectionFactory()
    teaches = MentorFactory(municipality=municipality, subjects=[subject], experience_band="11-20")
    leads = MentorFactory(municipality=municipality, directions=[direction], category="first")
    client = signed_in(coordinator)
    assert shown(client, subjects=subject.pk) == shown(client, experience_band="11-20") == {teaches.pk}
    assert shown(client, directions=direction.pk) == shown(client, category="first") == {leads.pk}
    assert shown(client, organisation=teaches.organisation_id) == {teaches.pk}


def test_a_surname_is_found_in_any_case(signed_in, coordinator, municipality):
    found = MentorFactory(municipality=municipality, last_name="Лосева", first_name="Анна")
    MentorFactory(municipality=municipality)
    assert shown(signed_in(coordinator), q="лосева анна") == {found.pk}


@pytest.mark.parametrize("order", ["last_name", "-free", "confirmed_on", "organisation__municipality__short_name"])
def test_every_order_keeps_every_row(signed_in, regional_centre, bank, order):
    assert shown(signed_in(regional_centre), ordering=order) == {mentor.pk for mentor in bank.values()}


def test_those_who_ought_to_be_found_are_listed_with_the_reason(signed_in, coordinator, bank):
    assert shown(signed_in(coordinator), "mentor_called") == {bank[HiddenBy.DRAFT].pk, bank[HiddenBy.SELECTION].pk}
    page = signed_in(coordinator).get(reverse("mentor_called")).content.decode()
    assert "Черновик: запись не опубликована." in page


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_download_holds_the_filtered_rows_of_the_own_territory(
    signed_in, coordinator, municipality, other_municipality, file_format
):
    chosen = MentorFactory(municipality=municipality, category="highest", last_name="Избранная")
    MentorFactory(municipality=municipality, last_name="Отсеянная")
    MentorFactory(municipality=other_municipality, category="highest", last_name="Чужая")
    params = {"category": "highest", "export": file_format}
    content = b"".join(signed_in(coordinator).get(reverse("mentor_register"), params).streaming_content)
    if file_format == "csv":
        text = content.decode("utf-8-sig")
        assert chosen.last_name in text
        assert "Отсеянная" not in text
        assert "Чужая" not in text
    assert content


def queries(client, rows):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        response = client.get(reverse("mentor_register"))
    assert len(response.context["object_list"]) == min(rows, 50)
    return len(caught)


def test_the_number_of_queries_does_not_grow_with_the_rows(signed_in, coordinator, municipality):
    client, counts = signed_in(coordinator), []
    subject, made = SubjectFactory(), 0
    organisation = MentorFactory(public=True, municipality=municipality, subjects=[subject]).organisation
    client.get(reverse("mentor_register"))
    for rows in (1, 50, 500):
        while made < rows - 1:
            mentor = MentorFactory.build(organisation=organisation)
            mentor.save()
            made += 1
        if rows == 50:
            PairFactory(mentor=mentor, active=True)
        counts.append(queries(client, rows))
    assert max(counts) - min(counts) <= 1, counts  # the paginator asks for one thing less on a single page


def test_what_is_not_known_leaves_no_comma(signed_in, coordinator, municipality):
    mentor = MentorFactory(municipality=municipality, category="", experience_band="")
    assert qualification(mentor) == "–"
    mentor.category = "first"
    assert qualification(mentor) == "первая категория"
