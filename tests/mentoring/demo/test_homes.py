"""Every story of the demo is told where it is at home: no choir in a school of sports, no welding among nurses."""

from __future__ import annotations

import re

import pytest

from cms.territories.enums import OrganisationKind
from demo.duets.loading import CONVERSATIONS
from demo.duets.shapes import Conversation
from demo.practices.casting import CAST
from demo.practices.pages import home_of
from demo.practices.themes import THEMES
from demo.programmes.loading import PROGRAMMES
from demo.shapes import DemoRegion
from demo.site.news import EVENTS, NEWS
from demo.site.organisations import LEADS
from mentoring.bank.enums import Person

#: What a conversation names → organisations of which it can be true: a kind, and words of the name.
PLACES = {
    "хор": (OrganisationKind.EXTRA, r"творчества|искусств"),
    "свар": (OrganisationKind.COLLEGE, r"политехн|индустр|горный|лесотехн|строит|транспорт"),
    "в саду": (OrganisationKind.KINDERGARTEN, ""),
}
#: How stories call kinds of organisations.
KINDS = {
    r"лице[йяю]": OrganisationKind.LYCEUM,
    r"гимнази[яию]": OrganisationKind.GYMNASIUM,
    r"колледж|техникум": OrganisationKind.COLLEGE,
    r"детск\w+ сад": OrganisationKind.KINDERGARTEN,
}


def _theme(conversation: Conversation) -> tuple[OrganisationKind | None, str]:
    said = f"{conversation.title} {conversation.mentee_about}".lower()
    return next((place for word, place in PLACES.items() if word in said), (None, ""))


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda it: it.title)
def test_a_duet_is_led_by_people_of_a_place_that_fits(conversation: Conversation, demo: DemoRegion) -> None:
    homes = [it for it in demo.organisations if conversation.home.holds(it)]
    kind, words = _theme(conversation)
    schools = {OrganisationKind.SCHOOL, OrganisationKind.LYCEUM, OrganisationKind.GYMNASIUM}

    assert {it.kind for it in homes} <= ({kind} if kind else schools)
    assert all(re.search(words, it.short_name) for it in homes)
    codes = {it.code for it in homes}
    teachers = [it for it in demo.mentors if it.who == Person.TEACHER and it.organisation in codes]
    voiced = [
        it
        for it in teachers
        if conversation.subject in it.subjects
        and conversation.post in it.position
        and it.person.is_female == conversation.women[0]
    ]
    assert [it for it in voiced if it.municipality == conversation.place], "nobody there can have said this"


def test_a_practice_stands_in_a_municipality_that_has_a_home_for_it(demo: DemoRegion) -> None:
    told = [(theme, version) for theme in THEMES for version in theme.told]
    for (theme, version), (place, _state, _sender) in zip(told, CAST, strict=True):
        home = home_of(theme.pair, version.subject)
        codes = {it.code for it in demo.organisations if it.municipality == place and home.holds(it)}
        assert codes, version.title
        if version.subject in ("preschool", "vocational"):
            assert any(it.organisation in codes and version.subject in it.subjects for it in demo.mentors)
        if re.search(r"завод|деталь|чертёж", version.title + version.lead):
            assert home_of(theme.pair, version.subject).words, version.title


def test_a_programme_has_a_home(demo: DemoRegion) -> None:
    for programme in PROGRAMMES:
        kinds = {it.kind for it in demo.organisations if it.municipality == programme.municipality}
        assert programme.kind in kinds, programme.title


def test_news_and_leads_name_what_their_municipality_has(demo: DemoRegion) -> None:
    told = [(code, f"{title} {lead}") for code, lead in LEADS.items() for title in ("",)]
    told += [(row[0], f"{row[3]} {row[4]}") for row in NEWS]
    told += [(row[0], f"{row[5]} {row[6]} {row[7]}") for row in EVENTS]
    for place, words in told:
        kinds = {it.kind for it in demo.organisations if place in ("", it.municipality)}
        for pattern, kind in KINDS.items():
            assert kind in kinds or not re.search(rf"\b(?:{pattern})", words.lower()), words
