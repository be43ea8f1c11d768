"""Relations show from both sides, for every organisation, and a withdrawn person leaves all of them at once."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.news.models import EventPage
from cms.organisations.models import OrganisationPage
from mentoring.consents.models import MentorConsent
from mentoring.pairs.enums import PairState
from tests.factories import MentorFactory, OrganisationFactory, PairFactory, event, open_branch
from tests.factories.acts import make_act
from tests.factories.duets import DuetProjectFactory
from tests.factories.practices import co_author, practice_published
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(municipality):
    open_branch(municipality)
    return OrganisationFactory(municipality=municipality, short_name="Ракитинская школа", settlement="село Ракитино")


def sheet(client, school) -> str:
    answer = client.get(f"/organizacii/{school.code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_organisation_has_a_page_with_all_that_belongs_to_it(client, school, municipality, methodist):
    home = municipality.home_page
    mentor = MentorFactory(organisation=school, public=True)
    PairFactory(mentor=mentor, organisation=school, state=PairState.ACTIVE)
    practice = practice_published(municipality, methodist)
    type(practice).objects.filter(pk=practice.pk).update(organisation=school)
    programme = make_programme(school)
    act = make_act(home=home, issuer=school.full_name)
    text = sheet(client, school)
    for thing in (mentor.get_absolute_url(), practice.url, programme.url, act.url):
        assert f'href="{thing}"' in text, thing
    assert "пара работает" in text
    assert f'href="{home.url}"' in text  # breadcrumbs
    assert 'property="og:title" content="Ракитинская школа"' in text


def test_a_withdrawn_mentor_leaves_the_page_at_once(client, school):
    mentor = MentorFactory(organisation=school, public=True, last_name="Канарейкина")
    assert "Канарейкина" in sheet(client, school)
    MentorConsent.objects.filter(mentor=mentor, purpose="publication").update(withdrawn_on=timezone.localdate())
    assert "Канарейкина" not in sheet(client, school)


@pytest.mark.parametrize("state", ["draft", "minor", "grey", "candidate", "suspended"])
def test_who_is_not_public_is_not_named(client, school, state):
    MentorFactory(organisation=school, public=True, last_name="Канарейкина", **{state: True})
    assert "Канарейкина" not in sheet(client, school)


def test_a_closed_organisation_has_no_page(client, school):
    school.is_active = False
    school.save()
    assert client.get(f"/organizacii/{school.code}/").status_code == 404
    assert school.short_name not in client.get("/organizacii/").content.decode()
    assert school.code not in client.get("/sitemap.xml").content.decode()


def test_a_page_that_the_organisation_wrote_stands_for_the_sheet(client, school, municipality):
    MentorFactory(organisation=school, public=True, last_name="Лосева")
    page = municipality.home_page.add_child(
        instance=OrganisationPage(title="Ракитинская школа", slug="rakitino", organisation=school)
    )
    assert client.get(f"/organizacii/{school.code}/")["Location"] == page.url
    assert "Лосева" in client.get(page.url).content.decode()
    assert f"/organizacii/{school.code}/" not in client.get("/sitemap.xml").content.decode()
    page.live = False
    page.save()
    assert client.get(f"/organizacii/{school.code}/").status_code == 200


def test_lists_the_sitemap_and_the_search_lead_to_every_organisation(client, school, other_municipality):
    other = OrganisationFactory(municipality=other_municipality, short_name="Лицей № 4")
    listed, sitemap = client.get("/organizacii/").content.decode(), client.get("/sitemap.xml").content.decode()
    for one in (school, other):
        assert f"/organizacii/{one.code}/" in listed
        assert f"<loc>http://testserver/organizacii/{one.code}/</loc>" in sitemap
    assert f"/organizacii/{school.code}/" in client.get("/poisk/?q=ракитинской школе").content.decode()
    assert f"/organizacii/{other.code}/" in client.get("/poisk/?q=лицей 4").content.decode()


def test_a_word_that_many_have_names_none_of_them(client, school, municipality):
    for number in range(5):
        OrganisationFactory(municipality=municipality, short_name=f"Сельская школа {number}")
    assert "/organizacii/" not in re.sub("<footer.*", "", client.get("/poisk/?q=школа").content.decode(), flags=re.S)


def test_a_mentors_page_shows_duet_practice_programme_and_organisation(client, municipality, methodist):
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, published=True)
    mentor = project.pair.mentor
    practice = practice_published(municipality, methodist)
    co_author(practice, mentor)
    programme = make_programme(mentor.organisation)
    text = client.get(mentor.get_absolute_url()).content.decode()
    for url in (project.page.url, practice.url, programme.url, f"/organizacii/{mentor.organisation.code}/"):
        assert f'href="{url}"' in text, url


def test_a_duet_that_may_not_be_shown_is_not_on_the_mentors_page(client, municipality):
    project = DuetProjectFactory(municipality=municipality, published=True)
    mentor, page = project.pair.mentor, project.page
    consents = project.mentee.consents.all()
    assert page.url in client.get(mentor.get_absolute_url()).content.decode()
    consents.update(withdrawn_on=timezone.localdate())
    assert page.url not in client.get(mentor.get_absolute_url()).content.decode()


def test_pages_cost_the_same_however_much_belongs_to_them(client, school, municipality, django_assert_num_queries):
    def count() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(
            connection,
        ) as queries:
            sheet(client, school)
        return len(queries)

    for _number in range(2):
        mentor = MentorFactory(organisation=school, public=True)
        PairFactory(mentor=mentor, organisation=school, state=PairState.ACTIVE)
    make_programme(school)
    count()
    few = count()
    for _number in range(5):
        mentor = MentorFactory(organisation=school, public=True)
        PairFactory(mentor=mentor, organisation=school, state=PairState.ACTIVE)
        make_act(home=municipality.home_page, issuer=school.full_name)
    count()
    some = count()
    for _number in range(6):
        make_act(home=municipality.home_page, issuer=school.full_name)
        mentor = MentorFactory(organisation=school, public=True)
        PairFactory(mentor=mentor, organisation=school, state=PairState.ACTIVE)
    count()
    assert count() == some
    assert some <= few + 2  # the first act brings its own questions: how it stands, among which acts


def test_an_event_says_when_where_and_for_which_programme_in_its_middle(client, school, municipality):
    programme = make_programme(school)
    starts = timezone.now() + timedelta(days=3)
    page: EventPage = event(municipality, starts_at=starts, place="Лицей № 4", programme=programme)
    middle = client.get(page.url).content.decode().split("<aside")[0]
    assert f"{timezone.localtime(starts).year}\u00a0года" in middle
    assert "Лицей № 4" in middle
    assert f'href="{programme.url}"' in middle
    assert f'href="{page.url}"' in client.get(programme.url).content.decode()
    programme.live = False
    programme.save()
    assert programme.title not in client.get(page.url).content.decode()
