"""A picture of a copy is served small, to those who may read the copy, whatever becomes of it at its source."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.documents.models import Document
from wagtail.models import Page

from bestpractices.practices.lists import PracticeMaterial
from bestpractices.practices.models import PracticeIndexPage, PracticePage
from bestpractices.republication.announcing import follow_sources
from bestpractices.republication.files import keep
from bestpractices.republication.models import Republication
from bestpractices.republication.papers import copy_paper
from bestpractices.republication.pictures import scaled, scaled_name, size_of
from bestpractices.republication.presenters import copy_view
from cms.branches.building import build_region_branch, region_home
from cms.papers.words import Picture
from cms.territories.models import Municipality
from tests.factories.practices import practice_published

pytestmark = pytest.mark.django_db


def drawn(width: int = 1600, height: int = 1000, kind: str = "PNG") -> bytes:
    """A real picture."""
    made = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(made, kind)
    return made.getvalue()


@pytest.fixture
def scheme(db: None) -> Document:
    return Document.objects.create(title="Схема круга встреч", file=ContentFile(drawn(), "shema.png"))


@pytest.fixture
def copy(municipality: Municipality, methodist: User, scheme: Document, take: Any) -> Republication:
    """A copy of a practice with a picture among its materials."""
    build_region_branch()
    practice = practice_published(municipality, methodist)
    # As a review would have published it: a row by itself is refused on a live practice.
    PracticeMaterial.objects.bulk_create([PracticeMaterial(page=practice, title="Круг встреч на год", document=scheme)])
    bank = PracticeIndexPage.objects.child_of(region_home()).get()
    return take(PracticePage.objects.get(pk=practice.pk), target=bank)


def image_on(client: Client, copy: Republication) -> Any:
    found = BeautifulSoup(client.get(copy.page.url).content, "html.parser").select_one(".copy-picture img")
    assert found is not None
    return found


def test_a_reader_gets_the_width_of_the_column_and_the_words(client: Client, copy: Republication) -> None:
    image = image_on(client, copy)
    assert image["alt"] == "Круг встреч на год"
    offered = dict(pair.split() for pair in image["srcset"].split(", "))
    for address, width in offered.items():
        answer = client.get(address)
        shown = Image.open(BytesIO(b"".join(answer.streaming_content)))
        assert (shown.format, f"{shown.width}w") == ("WEBP", width)
        assert "sandbox" in answer["Content-Security-Policy"]
    whole = client.get(image.parent["href"])
    assert Image.open(BytesIO(b"".join(whole.streaming_content))).size == (1600, 1000)
    assert client.get(next(iter(offered)).replace("480", "481")).status_code == 404


def test_it_survives_a_deletion_at_the_source(client: Client, copy: Republication, scheme: Document) -> None:
    scheme.delete()
    assert client.get(image_on(client, copy)["src"]).status_code == 200


def test_no_size_of_it_outlives_a_withdrawal(client: Client, copy: Republication) -> None:
    address = image_on(client, copy)["src"]
    kept = copy.files.get()
    assert client.get(address).status_code == 200
    storage, name = kept.file.storage, scaled_name(kept, 960)
    assert storage.exists(name)
    Page.objects.filter(translation_key=copy.source_id).update(live=False)
    follow_sources()
    assert client.get(address).status_code == 404
    assert not storage.exists(name) and not storage.exists(kept.file.name)


def test_a_small_picture_stays_as_it_is_and_a_turned_one_is_set_upright(db: None) -> None:
    small = keep(BytesIO(drawn(200, 100)), "small.png")
    smaller = scaled(small, 480)
    assert smaller is not None and Image.open(smaller).size == (200, 100)
    turned = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (800, 600)).save(turned, "JPEG", exif=exif)
    assert size_of(BytesIO(turned.getvalue())) == (600, 800)
    upright = scaled(keep(BytesIO(turned.getvalue()), "turned.jpg"), 480)
    assert upright is not None and Image.open(upright).size == (480, 640)


def test_what_is_no_picture_is_not_shown_as_one(db: None) -> None:
    assert size_of(BytesIO(b"not a picture")) is None
    assert scaled(keep(BytesIO(b"not a picture"), "lie.png"), 480) is None


def test_it_stands_on_paper_too(copy: Republication) -> None:
    assert copy.document is not None
    paper = copy_paper("Круг", "", copy_view(copy.page, copy, copy.document))
    (picture,) = (part for part in paper.parts if isinstance(part, Picture))
    assert picture.alt == "Круг встреч на год"
    assert Image.open(BytesIO(picture.content)).size == (1600, 1000)
