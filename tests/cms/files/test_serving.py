"""A file is everybody's while something public shows it; else it is theirs who may see it, by every stock way."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model

from cms.acts.parts import ActAttachment
from cms.branches.models import Branch
from cms.territories.models import Municipality
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.mentions.linking import LinkPerson
from mentoring.mentions.models import PersonMention
from tests.factories import MentorFactory, news, open_branch
from tests.factories.acts import make_act
from tests.factories.yearbooks import picture_in

pytestmark = pytest.mark.django_db

CANARY = "Канарейкин-план"
SignedIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def branches(municipality: Municipality, other_municipality: Municipality, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    open_branch(municipality)
    open_branch(other_municipality)


def document_in(municipality: Municipality) -> Any:
    collection = Branch.objects.get(municipality=municipality).collection
    return get_document_model().objects.create(
        title=CANARY, file=ContentFile(b"plan", "plan.txt"), collection=collection
    )


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_api_of_the_admin_ends_at_the_border(
    kind: str, other_municipality: Municipality, coordinator: User, other_coordinator: User, signed_in: SignedIn
) -> None:
    file = (picture_in if kind == "images" else document_in)(other_municipality)
    type(file).objects.update(title=CANARY)
    for address in (f"/admin/api/main/{kind}/", f"/admin/api/main/{kind}/{file.pk}/"):
        foreign, own = (signed_in(user).get(address) for user in (coordinator, other_coordinator))
        assert CANARY not in foreign.content.decode()
        assert CANARY in own.content.decode(), address
    found = signed_in(coordinator).get(f"/admin/api/main/{kind}/find/?id={file.pk}")
    assert found.status_code == 404


def test_a_stranger_of_the_staff_makes_no_picture_of_a_foreign_one(
    other_municipality: Municipality, coordinator: User, signed_in: SignedIn
) -> None:
    image = picture_in(other_municipality)
    client = signed_in(coordinator)
    for address in (f"/admin/api/main/images/{image.pk}/", "/admin/api/main/images/", "/admin/images/"):
        client.get(address)
    client.get(f"/admin/images/chooser/{image.pk}/")
    client.get("/admin/images/chooser/chosen-multiple/", {"id": image.pk})
    assert image.renditions.count() == 0


def test_a_document_is_had_while_an_act_shows_it(
    municipality: Municipality, coordinator: User, other_coordinator: User, client: Client, signed_in: SignedIn
) -> None:
    document = document_in(municipality)
    assert client.get(document.url).status_code == 404
    assert signed_in(other_coordinator).get(document.url).status_code == 404
    assert signed_in(coordinator).get(document.url).status_code == 200

    page = make_act()
    ActAttachment.objects.create(act=page, title="Приказ", document=document)
    assert client.get(document.url).status_code == 200
    page.unpublish()
    assert client.get(document.url).status_code == 404


def test_a_picture_is_had_while_a_page_shows_it(
    municipality: Municipality, coordinator: User, other_coordinator: User, client: Client, signed_in: SignedIn
) -> None:
    image = picture_in(municipality)
    size = image.get_rendition("max-90x90").url
    assert client.get(size).status_code == 404
    assert signed_in(other_coordinator).get(size).status_code == 404
    own = signed_in(coordinator).get(size)
    assert own.status_code == 200
    assert own["Cache-Control"] == "private, no-store"

    page = news(municipality, cover=image, cover_alt="Стол")
    answer = client.get(size)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=3600"
    page.unpublish()
    assert client.get(size).status_code == 404
    text = news(municipality, body=[("picture", {"image": image, "alt": "Стол"})])
    assert client.get(size).status_code == 200
    text.unpublish()
    assert client.get(size).status_code == 404


def test_a_portrait_is_had_while_its_consent_holds(
    municipality: Municipality, coordinator: User, client: Client
) -> None:
    image = picture_in(municipality)
    size = image.get_rendition("max-80x80").url
    mentor = MentorFactory(public=True, municipality=municipality, portrait=image)
    answer = client.get(size)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=300, must-revalidate"
    for consent in mentor.consents.all():
        WithdrawConsent(consent, coordinator, timezone.localdate()).execute()
    assert client.get(size).status_code == 404


def test_a_face_without_the_mark_of_consent_is_not_had(municipality: Municipality, client: Client) -> None:
    """The page stays public, the mark is taken away: its photograph and every size of it go with the person."""
    face = picture_in(municipality)
    size = face.get_rendition("max-90x90").url

    def people(*consents: bool) -> str:
        persons = [{"name": "Кто", "role": "учитель", "photo": face.pk, "consented": given} for given in consents]
        return json.dumps([{"type": "people", "value": {"items": persons}}])

    page = news(municipality, body=people(True))
    assert client.get(size).status_code == 200
    page.body = people(False)
    page.save()
    assert client.get(size).status_code == 404
    page.body = people(False, True)
    page.save()
    assert client.get(size).status_code == 200
    page.body = people(False)
    page.save()
    other = news(municipality, body=people(True))
    assert client.get(size).status_code == 200, "another page has the consent"
    other.unpublish()
    assert client.get(size).status_code == 404
    news(municipality, cover=face, cover_alt="Круглый стол")
    assert client.get(size).status_code == 200, "a cover is no photograph of a person"


FIELDS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "cover": lambda image: {"cover": image, "cover_alt": "За столом"},
    "picture": lambda image: {"body": [("picture", {"image": image, "alt": "За столом"})]},
    "people": lambda image: {
        "body": json.dumps(
            [{"type": "people", "value": {"items": [{"name": "К", "role": "у", "photo": image.pk, "consented": True}]}}]
        )
    },
    "video": lambda image: {
        "body": json.dumps(
            [{"type": "video", "value": {"address": "https://rutube.ru/video/0/", "title": "Урок", "cover": image.pk}}]
        )
    },
}


@pytest.mark.parametrize("place", FIELDS)
def test_a_portrait_goes_from_every_page_with_its_consent(
    place: str, municipality: Municipality, coordinator: User, editor: User, client: Client
) -> None:
    """The same file stands at the head of news, in a text, over a video: without the consent nobody gets it there."""
    image = picture_in(municipality)
    size = image.get_rendition("max-80x80").url
    mentor = MentorFactory(public=True, municipality=municipality, portrait=image)
    page = news(municipality, **FIELDS[place](image))
    assert client.get(size).status_code == 200
    for consent in mentor.consents.all():
        WithdrawConsent(consent, coordinator, timezone.localdate()).execute()
    size = image.get_rendition("max-80x80").url
    assert client.get(size).status_code == 404
    assert client.get(page.get_url()).status_code == 200
    Worker().work_off()
    (told,) = PersonMention.objects.of_person(mentor)
    assert (told.thing_id, told.places) == (page.pk, "фотография")


def test_a_face_is_kept_for_minutes_only(municipality: Municipality, coordinator: User, client: Client) -> None:
    """A consent stands behind a face in a block of people, and behind a page that is linked to somebody."""
    face, table = picture_in(municipality), picture_in(municipality)
    person = {"name": "Кто", "role": "учитель", "photo": face.pk, "consented": True}
    news(municipality, body=json.dumps([{"type": "people", "value": {"items": [person]}}]))
    page = news(municipality, cover=table, cover_alt="Стол")
    assert client.get(face.get_rendition("max-90x90").url).status_code == 200
    short = "public, max-age=300, must-revalidate"
    assert client.get(face.get_rendition("max-90x90").url)["Cache-Control"] == short
    assert client.get(table.get_rendition("max-90x90").url)["Cache-Control"] == "public, max-age=3600"
    LinkPerson(page, MentorFactory(public=True, municipality=municipality), coordinator).execute()
    assert client.get(table.get_rendition("max-90x90").url)["Cache-Control"] == short
