"""Feeds, sitemap, canonical addresses and pictures: right words, right hosts, nothing hidden."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import pytest
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.news.models import NewsIndexPage
from cms.pages.models import HomePage
from cms.sharing.pictures import SIZE, draw_card, picture_key
from tests.factories import event, news, open_branch

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def branch(municipality):
    return open_branch(municipality)


def entries(client, address: str, **headers) -> list[tuple[str, str]]:
    response = client.get(address, **headers)
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    return [(e.findtext(f"{ATOM}title"), e.find(f"{ATOM}link").get("href")) for e in root.iter(f"{ATOM}entry")]


def test_every_home_and_section_has_its_feed(client, branch, municipality, other_municipality):
    open_branch(other_municipality)
    news(municipality, title="Своя")
    event(municipality, title="Событие своё")
    news(other_municipality, title="Соседская")

    titles = {title for title, _link in entries(client, "/lenta/")}
    assert titles == {"Своя", "Событие своё", "Соседская"}
    assert {title for title, _link in entries(client, f"{branch.url}lenta/")} == {"Своя", "Событие своё"}
    index = NewsIndexPage.objects.get(municipality=municipality)
    assert {title for title, _link in entries(client, f"{index.url}lenta/")} == {"Своя", "Событие своё"}
    assert 'type="application/atom+xml"' in client.get(index.url).content.decode()


@pytest.mark.parametrize("path", ["/net/lenta/", "/dostupnost/lenta/", "/a/b/c/lenta/"])
def test_what_is_no_section_has_no_feed(client, path):
    assert client.get(path).status_code == 404


def test_a_page_carries_words_and_a_picture_for_messengers(client, branch, municipality):
    page = news(municipality, title="Кавычки «и» <угол>", lead="Коротко")
    body = client.get(page.url).content.decode()
    picture = re.search(r'og:image" content="http://testserver(/kartinka/[^"]+)"', body)
    assert 'og:description" content="Коротко"' in body
    assert picture

    image = Image.open(io.BytesIO(client.get(picture[1]).content))
    assert image.size == SIZE


def test_a_picture_of_a_hidden_page_is_not_drawn(client, branch, municipality):
    page = news(municipality, live=False)
    assert client.get(f"/kartinka/{page.pk}/{picture_key(page)}.png").status_code == 404


def test_a_stale_address_of_a_picture_leads_to_the_present_one(client, branch, municipality):
    page = news(municipality)
    assert picture_key(page) in client.get(f"/kartinka/{page.pk}/old.png")["Location"]


@pytest.mark.parametrize("title", ["", "Я" * 400, "слово " * 80, "Ё «№» – 12"])
def test_any_title_can_be_drawn(title):
    assert Image.open(io.BytesIO(draw_card(title, title, title))).size == SIZE


def test_a_moved_or_renamed_page_leaves_a_redirect(
    client, branch, municipality, other_municipality, django_capture_on_commit_callbacks
):
    open_branch(other_municipality)
    page = news(municipality, slug="staraya")
    old = page.url
    page.slug = "novaya"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert client.get(old)["Location"].endswith("/novaya/")

    page.refresh_from_db()
    page.move(NewsIndexPage.objects.get(municipality=other_municipality), pos="last-child")
    assert client.get(old, follow=True).redirect_chain[-1][0].endswith("/zarechny/novosti/novaya/")
    assert Redirect.objects.exists()


def test_a_municipality_may_have_a_host_of_its_own(client, branch, municipality, settings):
    settings.ALLOWED_HOSTS = ["*"]
    Site.objects.create(hostname="klyuchi.example", port=80, root_page=branch, site_name="Ключи")
    page = news(municipality, title="Своя")
    centre, own = Site.objects.get(is_default_site=True).root_url, "http://klyuchi.example"

    at_home = client.get("/", HTTP_HOST="klyuchi.example").content.decode()
    assert 'name="district" value="klyuchi"' in at_home
    assert f'href="/novosti/{page.slug}/"' in at_home

    there = client.get(f"/novosti/{page.slug}/", HTTP_HOST="klyuchi.example").content.decode()
    canonical = re.search(r'rel="canonical" href="([^"]+)"', there)
    assert canonical
    assert canonical[1] == f"{own}/novosti/{page.slug}/"
    assert entries(client, "/lenta/", HTTP_HOST="klyuchi.example") == [("Своя", f"{own}/novosti/{page.slug}/")]
    assert own not in client.get("/sitemap.xml").content.decode()
    assert f"{own}/novosti/" in client.get("/sitemap.xml", HTTP_HOST="klyuchi.example").content.decode()
    assert HomePage.objects.get().full_url.startswith(centre)
