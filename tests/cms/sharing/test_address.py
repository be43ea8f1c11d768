"""One source says the site's host and port; everything that is read away from the site says the same."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as live_settings
from wagtail.models import Site

from cms.mailing.addresses import absolute
from cms.news.models import NewsIndexPage
from cms.sharing.address import site_root, tell_the_site_its_address
from tests.factories import MentorFactory, event, news, open_branch

pytestmark = pytest.mark.django_db


def say(settings, address: str) -> None:
    settings.WAGTAILADMIN_BASE_URL, settings.DUET_SITE_URL_SAID = address, True
    tell_the_site_its_address()


def test_the_site_takes_its_address_from_the_settings_until_people_say_another(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://nastavnik.example.org"
    tell_the_site_its_address()
    assert Site.objects.get(is_default_site=True).root_url == "https://nastavnik.example.org"

    settings.WAGTAILADMIN_BASE_URL = "https://other.example.org"
    tell_the_site_its_address()
    assert Site.objects.get(is_default_site=True).hostname == "nastavnik.example.org"
    assert absolute("/vhod/") == "https://nastavnik.example.org/vhod/"  # mails agree with the pages


def test_an_address_that_was_said_counts_at_the_next_start(settings):
    say(settings, "https://nastavnik.example.org")
    say(settings, "http://127.0.0.1:9000")
    assert Site.objects.get(is_default_site=True).root_url == site_root() == "http://127.0.0.1:9000"


def test_branches_with_a_host_of_their_own_follow_the_port(settings, municipality):
    branch = open_branch(municipality)
    say(settings, "http://nastavnik.example:8000")
    own = Site.objects.create(hostname="klyuchi.example", port=8000, root_page=branch)
    other = Site.objects.create(hostname="proxy.example", port=8443, root_page=NewsIndexPage.objects.first())
    say(settings, "http://nastavnik.example:9000")
    own.refresh_from_db()
    other.refresh_from_db()
    assert (own.port, other.port) == (9000, 8443)


def test_every_address_that_leaves_the_site_names_the_port(client, settings, municipality):
    open_branch(municipality)
    mentor = MentorFactory(municipality=municipality, public=True)
    pages = [news(municipality), event(municipality)]
    say(settings, "http://127.0.0.1:9000")
    settings.ALLOWED_HOSTS = ["*"]
    index = NewsIndexPage.objects.get(municipality=municipality).url
    paths = [
        "/",
        "/lenta/",
        "/sitemap.xml",
        "/robots.txt",
        "/nastavniki/",
        mentor.get_absolute_url(),
        "/duety/lenta.atom",
    ]
    paths += [index, f"{index}kalendar/", *(page.url for page in pages), f"{pages[1].url}kalendar/"]
    for path in paths:
        body = client.get(path, HTTP_HOST="localhost:8123").content.decode().replace("\r\n ", "")
        found = set(re.findall(r"https?://(?:127\.0\.0\.1|localhost|testserver)[:\d]*", body))
        assert found == {"http://127.0.0.1:9000"}, (path, found)


def test_nothing_is_asked_of_a_database_without_tables(settings, monkeypatch):
    monkeypatch.setattr("django.db.backends.base.introspection.BaseDatabaseIntrospection.table_names", lambda *a: [])
    say(settings, "https://nastavnik.example.org")
    assert Site.objects.get(is_default_site=True).hostname != "nastavnik.example.org"


def test_the_setting_knows_whether_anybody_said_it():
    assert live_settings.DUET_SITE_URL_SAID is False
