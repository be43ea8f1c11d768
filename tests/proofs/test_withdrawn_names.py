"""Consents are withdrawn by many people whose names stand in every text of everything public: then nobody reads one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle, product
from typing import Any

import pytest
from django.db import models
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page

from bestpractices.republication.actions import OwnWords, TakeCopy
from bestpractices.republication.enums import CopyMode
from bestpractices.yearbook.models import BookEdition, BookMaterial
from cms.branches.building import build_region_branch, region_home
from cms.glossary.models import GlossaryTerm
from cms.open_data.comparing import compare
from cms.pages.models import ContentPage
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.mentions.enums import MentionState
from mentoring.mentions.linking import LinkPerson, key_of_thing, remember
from mentoring.mentions.models import PersonMention
from mentoring.programmes.models import ProgrammeIndexPage
from tests import factories
from tests.factories import practices, yearbooks
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme
from tests.proofs.crawling import Crawl
from tests.proofs.texts import belongings, write

pytestmark = pytest.mark.django_db

#: The stems of fifty surnames that nobody has, in every case and in capitals.
SURNAME = re.compile(r"жуб[аеиоу][дзклмнпрст]ов", re.IGNORECASE)
SURNAMES = [f"Жуб{vowel}{letter}ова" for vowel, letter in product("аеиоу", "дзклмнпрст")]
FORMS = (
    "Вера {0}ова", "Верой {0}овой", "В. А. {0}овой", "{0}ова В.А.", "{0}ову Веру Аркадьевну",
    "ВЕРА {1}ОВА", "{0}овой", "Вере Аркадьевне {0}овой",
)  # fmt: skip
#: Words of a page that say where it is or whose it is, and are no prose.
KEPT = {
    "slug",
    "draft_title",
    "curator_name",
    "curator_phone",
    "last_name",
    "first_name",
    "patronymic",
    "name",
    "short_name",
    "full_name",
    "phone",
}

API_KINDS = ("practices", "acts", "duets", "programmes", "organisations", "mentors", "copies")


@pytest.fixture(autouse=True)
def patient(settings: Any) -> None:
    """Programs of strangers ask as often as they like."""
    settings.DUET_API_RATE = "100000/m"


class Names:
    """Hands out forms of the people's names, one after another, and writes down who was named."""

    def __init__(self, people: list[Any]) -> None:
        self._people, self._forms = cycle(people), cycle(FORMS)
        self.named: set[Any] = set()

    def __call__(self, field: models.Field[Any, Any] | None = None) -> str:
        if field is not None and (field.name in KEPT or isinstance(field, models.URLField | models.EmailField)):
            return ""
        person, form = next(self._people), next(self._forms)
        stem = person.last_name.removesuffix("ова")
        words = form.format(stem, stem.upper())
        if field is not None and field.max_length and len(words) > field.max_length:
            return ""
        self.named.add(person)
        return words


def body(names: Names) -> str:
    """A block of each kind that holds words, with names in each field of it."""
    blocks = [
        ("text", f"<h2>{names()}</h2><p>Урок: <b>{names()}</b>, {names()}.</p><ul><li>{names()}</li></ul>"),
        ("quote", {"text": names(), "author": names(), "role": names(), "voice": ""}),
        ("accordion", {"items": [{"question": names(), "answer": f"<p>{names()}</p>"}]}),
        ("numbers", {"title": names(), "items": [{"figure": "3", "words": names(), "note": names(), "voice": ""}]}),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def fill(thing: Any, names: Names) -> None:
    """Write names into every text field of a public thing and of its parts, past forms and signals."""
    parts = [thing, *belongings(thing)]
    write(parts, names)
    for part in parts:
        for field in type(part)._meta.concrete_fields:
            if isinstance(field, StreamField) and field.name == "body":
                type(part)._base_manager.filter(pk=part.pk).update(body=body(names))


def public_things(municipality: Any, methodist: Any, centre: Any) -> Iterator[Any]:
    """Something of every kind that visitors read."""
    home = factories.open_branch(municipality)
    build_region_branch()
    yield Page.objects.get(pk=home.pk).specific
    yield make_act(home=home)
    programme = make_programme(factories.OrganisationFactory(municipality=municipality))
    yield programme
    yield factories.news(municipality)
    yield factories.event(municipality)
    yield region_home().add_child(instance=ContentPage(title="Текст", slug="tekst"))
    yield practices.practice_published(municipality, methodist)
    yield programme.organisation
    yield GlossaryTerm.objects.create(term="шефство", definition="Помощь.")
    yield factories.MentorFactory(public=True, municipality=municipality, last_name="Соседова", about="Рассказ")


def copy_of(source: Any, centre: Any) -> Any:
    """A published copy of a page in the region's own branch."""
    section = ProgrammeIndexPage.objects.child_of(region_home()).get()
    words = OwnWords("Копия", "Коротко", timezone.localdate(), CopyMode.HOLD)
    page = TakeCopy(source, section, words, centre).execute()
    page.save_revision(user=centre).publish()
    return page


def withdraw(people: list[Any]) -> None:
    for consent in MentorConsent.objects.filter(mentor__in=people, purpose=Purpose.PUBLICATION):
        WithdrawConsent(consent, None, timezone.localdate()).execute()


def read_everything(things: list[Any], people: list[Any], *, deep: bool) -> dict[str, set[str]]:
    """Address → names that a stranger reads there, following every link if ``deep``; an echo of a question is none."""
    crawl = Crawl()

    def look(addresses: list[str]) -> None:
        if deep:
            crawl.follow(addresses)
        else:
            for address in addresses:
                crawl.read(address)

    look(["/", "/sitemap.xml", "/sitemap-pages-1.xml", "/lenta/", "/api/v1/pages", "/api/v1/mentors"])
    look([f"/api/v1/{kind}?{rest}" for kind in API_KINDS for rest in ("limit=20", "changed_since=2001-01-01")])
    for thing in things:
        if isinstance(thing, Page):
            url = thing.get_url()
            look([f"{url}{paper}" for paper in ("", "pdf/", "docx/", "kalendar/", "lenta/")])
            look([f"/api/v1/{kind}/{thing.pk}" for kind in ("pages", *API_KINDS)])
            look([reverse("page-picture", args=[thing.pk, "0"])])
    for place, person in product(("/poisk/?q={}", "/api/v1/pages?q={}", "/nastavniki/?q={}"), people[:5]):
        crawl.read(place.format(person.last_name))
    asked = {person.last_name.lower() for person in people[:5]}
    found = {}
    for address, text in crawl.texts.items():
        names = {name.lower() for name in SURNAME.findall(text)}
        if "?q=" in address:
            names = {name for name in names if not any(word.startswith(name) for word in asked)}
        if names:
            found[address] = names
    return found


def prove(count: int, municipality: Any, methodist: Any, centre: Any, *, deep: bool) -> None:
    people = [
        factories.MentorFactory(
            public=True, municipality=municipality, last_name=name, first_name="Вера", patronymic="Аркадьевна"
        )
        for name in SURNAMES[:count]
    ]
    names = Names(people)
    things = list(public_things(municipality, methodist, centre))
    named: dict[Any, set[Any]] = {}
    for thing in things:
        names.named = set()
        fill(thing, names)
        named[key_of_thing(thing)] = names.named
    things = [type(thing).objects.get(pk=thing.pk) for thing in things]
    things.append(copy_of(next(thing for thing in things if thing._meta.model_name == "programmepage"), centre))
    assert len(set().union(*named.values())) == count
    for key, who in named.items():
        for person in who:
            remember(person, key, MentionState.LINKED)
    Worker().work_off()
    compare()
    before = read_everything(things, people, deep=deep)
    assert len(before) > 10, "the names have to stand somewhere first"
    withdraw(people)
    Worker().work_off()
    assert read_everything(things, people, deep=deep) == {}
    compare()
    assert read_everything(things, people, deep=False) == {}
    assert not PersonMention.objects.waiting().exists()
    assert MentorConsent.objects.filter(mentor__in=people, withdrawn_on__isnull=False).count() == count  # the proof


@pytest.mark.timeout(300)
def test_three_people_vanish_from_everything(municipality: Any, methodist: Any, regional_centre: Any) -> None:
    prove(3, municipality, methodist, regional_centre, deep=False)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_fifty_people_vanish_from_everything(municipality: Any, methodist: Any, regional_centre: Any) -> None:
    prove(50, municipality, methodist, regional_centre, deep=True)


def test_a_year_book_loses_the_name_of_a_stranger(
    client: Any, municipality: Any, methodist: Any, regional_centre: Any
) -> None:
    """A book covers its own school's people; somebody of another school is linked to it."""
    factories.open_branch(municipality)
    person = factories.MentorFactory(public=True, last_name="Жубадова", first_name="Вера", municipality=municipality)
    school = factories.OrganisationFactory(municipality=municipality)
    words = {"foreword": "Спасибо Вере Жубадовой.", "achieved": "Вели Жубадова и другие."}
    book = yearbooks.book_published(school, methodist, centre=regional_centre, **words)
    checksum = BookEdition.objects.get(book=book).checksum
    address = book.get_absolute_url()
    assert "Жубадовой" in client.get(address).content.decode()
    withdraw([person])
    Worker().work_off()
    assert PersonMention.objects.waiting().get().thing_id == book.pk
    LinkPerson(book, person, regional_centre).execute()
    assert not SURNAME.search(client.get(address).content.decode())
    crawl = Crawl()
    crawl.follow([f"{address}pdf/", f"{address}docx/"])
    assert not any(SURNAME.search(text) for text in crawl.texts.values())
    assert BookEdition.objects.get(book=book).checksum == checksum
    assert BookMaterial.objects.filter(book=book).exists()


def test_a_title_of_a_file_is_told(municipality: Any, methodist: Any) -> None:
    factories.open_branch(municipality)
    person = factories.MentorFactory(public=True, last_name="Жубадова", first_name="Вера", municipality=municipality)
    picture = yearbooks.picture_in(municipality, title="Жубадова у доски")
    factories.news(municipality, body=[("picture", {"image": picture, "alt": "Урок"})])
    get_document_model().objects.create(title="План Жубадовой", file="documents/net.pdf")
    withdraw([person])
    Worker().work_off()
    assert [it.thing_id for it in PersonMention.objects.waiting()] == [picture.pk]  # nobody can have the document
