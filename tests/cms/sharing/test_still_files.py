"""Feeds, calendars and the sitemap are the same bytes until something changes; a robot that has them hears 304."""

from __future__ import annotations

import io
import re
from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from PIL import Image

from cms.news.models import NewsIndexPage
from cms.pages.publicness import public_pages
from mentoring.consents.models import MentorConsent
from search.engines import get_engine
from tests.factories import MentorFactory, event, news, open_branch

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def branch(municipality):
    return open_branch(municipality)


def test_files_are_still_while_nothing_changes(client, branch, municipality, monkeypatch):
    soon = timezone.now() + timedelta(days=30)
    page = event(municipality, starts_at=soon)
    news(municipality)
    index = NewsIndexPage.objects.get(municipality=municipality).url
    empty = public_pages(branch.get_children()).exclude(slug="novosti").first().url
    paths = [
        "/lenta/",
        f"{empty}lenta/",
        f"{page.url}kalendar/",
        f"{index}kalendar/",
        "/duety/lenta.atom",
        "/sitemap.xml",
    ]
    for path in paths:
        first = client.get(path)
        assert first.status_code == 200, path
        kept = re.search(r"max-age=(\d+), must-revalidate", first["Cache-Control"])
        assert kept, path
        assert int(kept[1]) <= 300, f"{path} names people whose consent may end"
        with monkeypatch.context() as clock:
            in_two_hours = timezone.now() + timedelta(hours=2)
            clock.setattr(timezone, "now", lambda: in_two_hours)  # noqa: B023 – used at once
            later = client.get(path)
            assert later.content == first.content, path
            assert client.get(path, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304, path


def test_a_changed_page_changes_its_files(client, branch, municipality):
    page = event(municipality, starts_at=timezone.now() + timedelta(days=30))
    paths = ["/lenta/", f"{page.url}kalendar/"]
    before = [client.get(path)["ETag"] for path in paths]
    page.title = "Перенесено"
    page.save_revision().publish()
    assert all(client.get(path)["ETag"] != etag for path, etag in zip(paths, before, strict=True))
    assert client.get(paths[0], HTTP_IF_NONE_MATCH=before[0]).status_code == 200


def test_a_feed_is_ordered_by_the_dates_that_it_tells(client, branch, municipality):
    today = timezone.localdate()
    news(municipality, title="Сегодня", day=today)
    news(municipality, title="Год назад, внесли сейчас", day=today - timedelta(days=365))
    event(municipality, title="Событие").save_revision().publish()
    news(municipality, title="Вчера", day=today - timedelta(days=1))
    root = ElementTree.fromstring(client.get("/lenta/").content)
    told = [datetime.fromisoformat(entry.findtext(f"{ATOM}published")) for entry in root.iter(f"{ATOM}entry")]
    assert told == sorted(told, reverse=True)
    assert [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")][-1] == "Год назад, внесли сейчас"


def test_a_calendar_says_when_it_was_made(client, branch, municipality):
    page = event(municipality, starts_at=timezone.now() + timedelta(days=30))
    page.save_revision().publish()
    page.refresh_from_db()
    stamp = f"DTSTAMP:{page.last_published_at:%Y%m%dT%H%M%SZ}"
    assert stamp in client.get(f"{page.url}kalendar/").content.decode()


def test_the_stored_sitemap_forgets_a_withdrawn_mentor_at_once(client, municipality):
    mentor = MentorFactory(municipality=municipality, public=True)
    get_engine().recheck("mentor")
    get_engine().keep_up([])
    address = mentor.get_absolute_url()
    assert address in client.get("/sitemap.xml").content.decode()
    assert address in client.get("/sitemap.xml").content.decode()
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate())
    assert address not in client.get("/sitemap.xml").content.decode()


def test_more_addresses_than_the_protocol_allows_are_a_list_of_files(client, branch, municipality, monkeypatch):
    monkeypatch.setattr("cms.sharing.sitemaps.MOST", 3)
    whole = client.get("/sitemap.xml").content.decode()
    assert "<sitemapindex" in whole
    files = [found.text for found in ElementTree.fromstring(whole.encode()).iter() if found.tag.endswith("loc")]
    found = "".join(client.get(file.removeprefix("http://testserver")).content.decode() for file in files)
    assert f"<loc>http://testserver{branch.url}</loc>" in found
    assert client.get("/sitemap-pages-99.xml").status_code == client.get("/sitemap-nichto-1.xml").status_code == 404


def test_the_site_has_a_sign_for_those_who_ask_by_its_old_name(client):
    answer = client.get("/favicon.ico")
    assert answer["Content-Type"] == "image/x-icon"
    picture = Image.open(io.BytesIO(b"".join(answer.streaming_content)))
    assert {(16, 16), (32, 32), (48, 48)} <= picture.info["sizes"]
