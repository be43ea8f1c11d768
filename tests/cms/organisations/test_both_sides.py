"""Every relation shows from both of its sides: what one page names, the other page names too."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bestpractices.adoption.enums import AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.practices.lists import AuthorPair, PracticeGround
from cms.news.models import EventPage
from mentoring.programmes.parts import ProgrammeGround
from search.engines import get_engine
from tests.factories import OrganisationFactory, event, open_branch
from tests.factories.acts import make_act
from tests.factories.duets import DuetProjectFactory
from tests.factories.practices import practice_published
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(municipality, methodist) -> dict[str, str]:
    """The address of one thing of each kind, all of them about one pair of one school."""
    home = open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, published=True)
    pair, mentor = project.pair, project.pair.mentor
    school, other = mentor.organisation, OrganisationFactory(municipality=municipality)
    pair.organisation = school
    pair.save()
    act = make_act(home=home, issuer=school.full_name)
    programme = make_programme(school)
    ProgrammeGround.objects.create(programme=programme, act=act, sort_order=9)
    practice = practice_published(municipality, methodist)
    type(practice).objects.filter(pk=practice.pk).update(organisation=school)
    AuthorPair.objects.bulk_create([AuthorPair(page=practice, pair=pair, sort_order=9)])  # as they were checked
    PracticeGround.objects.bulk_create(
        PracticeGround(page=practice, target=ground, words=f"Основание {place}", sort_order=place)
        for place, ground in enumerate((act, programme))
    )
    Adoption.objects.create(practice_id=practice.translation_key, organisation=other, state=AdoptionState.RUNNING)
    happening = event(municipality)
    EventPage.objects.filter(pk=happening.pk).update(programme=programme.pk)
    get_engine().refresh()
    return {
        "mentor": mentor.get_absolute_url(),
        "organisation": f"/organizacii/{school.code}/",
        "other organisation": f"/organizacii/{other.code}/",
        "duet": project.page.url,
        "all duets": project.page.get_parent().url,
        "practice": practice.url,
        "programme": programme.url,
        "act": act.url,
        "event": happening.url,
        "municipality": home.url,
    }


@dataclass(frozen=True)
class Both:
    """Two kinds of pages that name each other."""

    one: str
    other: str


RELATIONS = (
    Both("mentor", "organisation"),
    Both("mentor", "duet"),
    Both("mentor", "practice"),
    Both("mentor", "programme"),
    Both("organisation", "duet"),
    Both("organisation", "practice"),
    Both("organisation", "programme"),
    Both("organisation", "act"),
    Both("other organisation", "practice"),
    Both("duet", "practice"),
    Both("duet", "programme"),
    Both("duet", "all duets"),
    Both("practice", "programme"),
    Both("practice", "act"),
    Both("programme", "act"),
    Both("programme", "event"),
)
#: The other side is a list of its own, which the page links to.
ONE_WAY = (
    ("all duets", "mentor"),
    ("all duets", "organisation"),
    *((kind, "municipality") for kind in ("organisation", "duet", "practice", "programme", "act", "event")),
)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda both: f"{both.one} – {both.other}")
def test_both_sides_name_each_other(client, places, relation):
    for here, there in ((relation.one, relation.other), (relation.other, relation.one)):
        assert leads_to(client, places[here], places[there]), f"{here} does not lead to {there}"


@pytest.mark.parametrize(("here", "there"), ONE_WAY)
def test_a_page_leads_to_what_it_names(client, places, here, there):
    assert leads_to(client, places[here], places[there])


def leads_to(client, here: str, there: str) -> bool:
    """Whether the page links to the other one outside of its foot."""
    page = client.get(here, follow=True)
    assert page.status_code == 200
    body = page.content.decode().split("<footer")[0]
    return f'href="{there}"' in body or f'href="http://testserver{there}"' in body
