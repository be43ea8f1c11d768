"""Over 200 words that nobody may read stand in everything hidden; a stranger who reads the whole site meets none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import models
from django.urls import get_resolver, reverse
from wagtail.models import Page

from bestpractices.yearbook.models import YearBook
from cms.open_data.comparing import compare
from cms.territories.models import Municipality
from mentoring.bank.models import Mentor
from mentoring.duets.models import DuetProject
from tests import factories
from tests.factories import practices, yearbooks
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme
from tests.proofs.crawling import Crawl
from tests.proofs.hidden import HIDDEN, World, is_public, release, released

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.timeout(600)]

CANARY = re.compile(r"kanareika\d{5}")
#: Patterns that a stranger cannot read by asking, and why.
NOT_READ = {
    "logout": "answers to a POST only",
    "duet-talk-keep": "answers to a POST only",
    "wagtailcore_login": "Wagtail's second door, which leads to ours",
}
API_KINDS = ("practices", "acts", "duets", "programmes", "organisations", "mentors", "copies")
#: Where a stranger goes without being led there.
UNLINKED = (
    "/sitemap.xml", "/sitemap-pages-1.xml", "/robots.txt", "/favicon.ico", "/kontakty/peredano/",
    "/moyo-imya/", "/moyo-imya/pismo/", f"/moyo-imya/{'0' * 43}/",
    "/health/", "/health/?format=json", "/metrics/", "/design/", "/appearance/", "/vhod/",
    "/materialy/schema/republished-1.json", f"/materialy/{'0' * 64}/fajl.pdf",
    "/api/", "/api/v2/", "/api/v1/", "/api/v1/openapi.json", "/api/v1/mentors", "/api/v1/pages", "/api/v1/pages/1",
    *(f"/api/v1/{kind}{rest}" for kind in API_KINDS for rest in ("", "?changed_since=2001-01-01", "/1")),
    "/poisk/", "/poisk/podskazki/?q=канар", "/nastavniki/podskazki/?q=канар", "/nastavniki/stat-nastavnikom/spasibo/",
    "/duety/lenta.atom", "/lenta/", "/net-takoy/", "/net-takoy/?q=1", "/documents/1/fajl.pdf",
    f"/razgovor/{'a' * 43}.{'b' * 43}/", f"/ocenka-praktiki/{'a' * 43}.{'b' * 43}/", "/ocenka-praktiki/1/",
    "/media/images/net.png", f"/materialy/{'0' * 64}/shirina/400",
    "/moi-vhody/", "/moya-pochta/", f"/moya-pochta/podtverdit/{'a' * 43}/", "/podtverzhdenie/pismo/vopros/",
    f"/podtverzhdenie/{'a' * 43}/",
    "/_util/authenticate_with_password/1/1/", "/documents/authenticate_with_password/1/",
)  # fmt: skip
QUESTIONS = ("/poisk/?q={}", "/nastavniki/?q={}", "/api/v1/mentors?q={}", "/api/v1/pages?q={}", "/akty/?q={}")


@pytest.fixture
def world(municipality: Municipality, methodist: User, coordinator: User, regional_centre: User) -> World:
    """An open branch in which something of every kind is public."""
    home = factories.open_branch(municipality)
    factories.MentorFactory(public=True, municipality=municipality)
    make_act(home=home)
    make_programme(factories.OrganisationFactory(municipality=municipality))
    factories.news(municipality)
    factories.event(municipality)
    factories.DuetProjectFactory(municipality=municipality, published=True)
    practices.practice_published(municipality, methodist)
    yearbooks.book_published(
        factories.OrganisationFactory(municipality=municipality), methodist, centre=regional_centre
    )
    return World(municipality, methodist, coordinator, regional_centre)


def own_addresses(thing: models.Model) -> Iterator[str]:
    """Where a thing would stand, were it public: its page, its papers, its pictures."""
    if isinstance(thing, Page):
        url = str(thing.get_url() or "")
        yield from (f"{url}{paper}" for paper in ("", "pdf/", "docx/", "kalendar/", "lenta/"))
        for name in ("practice-pdf", "practice-editions"):
            yield reverse(name, args=[thing.pk])
        yield reverse("page-picture", args=[thing.pk, "0"])
        yield from (f"/api/v1/{kind}/{thing.pk}" for kind in ("pages", *API_KINDS))
    if isinstance(thing, Mentor):
        yield reverse("mentor", args=[thing.pk, "kto"])
        yield f"/api/v1/mentors/{thing.pk}"
        yield from (reverse(name, args=[thing.pk]) for name in ("mentor-letter", "mentor-letter-sent"))
    if isinstance(thing, YearBook):
        for name in ("year-book", "year-book-pdf", "year-book-docx"):
            yield reverse(name, args=[thing.organisation.code, thing.year])
    if isinstance(thing, DuetProject):
        yield from (reverse(name, args=[thing.pk]) for name in ("duet-picture", "duet-paper"))


def public_patterns() -> set[str]:
    """The name of each pattern of the site besides the admin's."""

    def walk(resolver: Any, before: str = "") -> Iterator[str]:
        for one in resolver.url_patterns:
            route = before + str(one.pattern)
            if hasattr(one, "url_patterns"):
                if not route.startswith("admin/"):
                    yield from walk(one, route)
            else:
                yield one.name or route

    return set(walk(get_resolver()))


def without_questions(text: str, address: str) -> set[str]:
    """The canaries of an answer that were not in the question itself."""
    return set(CANARY.findall(text)) - set(CANARY.findall(address))


def test_a_stranger_meets_no_canary(world: World, settings: Any) -> None:
    settings.DUET_API_RATE = "100000/m"  # the programs of strangers are patient
    made = release(world)
    things = [thing for parts in made.values() for thing in parts]
    compare()
    crawl = Crawl()

    crawl.follow(["/", *UNLINKED])
    crawl.follow(address for thing in things for address in own_addresses(thing))
    birds = released()
    for number, place in product(range(1, birds, 29), QUESTIONS):
        crawl.read(place.format(f"kanareika{number:05d}"))

    seen = {address: found for address, text in crawl.texts.items() if (found := without_questions(text, address))}
    assert seen == {}
    assert birds >= 200
    assert not crawl.statuses.keys() & {429, 500, 502, 503}
    assert len([text for text in crawl.texts.values() if "</html>" in text]) >= 60
    assert public_patterns() - crawl.asked - NOT_READ.keys() == set()


def test_what_is_called_hidden_is_hidden(world: World) -> None:
    open_to_all = {name for name, parts in release(world).items() for part in parts if is_public(part)}
    assert open_to_all == set()
    kinds = {name.partition(":")[0] for name in HIDDEN}
    assert kinds >= {"mentor", "programme", "act", "news", "event", "duet", "practice", "copy", "year book", "office"}
