"""The branch of a municipality at a host of its own: how it is given, and that every link there leads somewhere."""

import re
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Site

from cms.actions import Refused
from cms.branches.checks import find_addresses_without_an_answer
from cms.branches.hosts import GiveHost, TakeHostAway
from tests.factories import MentorFactory, news, open_branch

pytestmark = pytest.mark.django_db
HOST = "nastavnik.klyuchi.example"
MAIN = "region.example"


@pytest.fixture(autouse=True)
def answered(settings):
    settings.ALLOWED_HOSTS = [HOST, MAIN, "testserver"]
    Site.objects.filter(is_default_site=True).update(hostname=MAIN, port=80)
    cache.clear()  # addresses of the frame and of the tree are kept for a minute and more
    yield
    cache.clear()


@pytest.fixture
def branch(municipality):
    return open_branch(municipality)


@pytest.fixture
def own(branch, municipality):
    GiveHost(municipality, None, HOST).execute()
    return branch


def there(client, path="/"):
    response = client.get(path, HTTP_HOST=HOST)
    assert response.status_code == 200, path
    return response.content.decode()


def test_the_command_gives_changes_and_takes_the_address(branch, municipality):
    for host in (HOST, f" {MAIN.upper()}x ".strip()):
        try:
            call_command("branch_host", "klyuchi", host, stdout=StringIO())
        except CommandError as error:
            assert "ALLOWED_HOSTS" in str(error)
    assert [site.hostname for site in Site.objects.filter(is_default_site=False)] == [HOST]
    call_command("branch_host", "klyuchi", remove=True, stdout=StringIO())
    assert not Site.objects.filter(is_default_site=False).exists()


@pytest.mark.parametrize(
    ("host", "words"),
    [("https://a.ru/", "не имя хоста"), ("наставник.рф", "не имя хоста"), ("other.example", "ALLOWED_HOSTS")],
)
def test_an_address_nobody_would_reach_is_refused_in_words(branch, municipality, host, words):
    with pytest.raises(Refused, match=words):
        GiveHost(municipality, None, host).execute()


def test_no_two_branches_share_an_address_and_a_closed_one_has_none(own, other_municipality):
    with pytest.raises(Refused, match="ещё не открыт"):
        GiveHost(other_municipality, None, HOST).execute()
    open_branch(other_municipality)
    for taken in (HOST, MAIN):
        with pytest.raises(Refused, match="занят"):
            GiveHost(other_municipality, None, taken).execute()
    with pytest.raises(Refused, match="нет своего адреса"):
        TakeHostAway(other_municipality, None).execute()


def test_the_centre_alone_gives_addresses(branch, municipality, coordinator, regional_centre):
    with pytest.raises(PermissionDenied):
        GiveHost(municipality, coordinator, HOST).execute()
    GiveHost(municipality, regional_centre, HOST).execute()


def test_its_own_pages_are_near_and_the_regions_are_at_the_regions_address(client, own, municipality):
    page = news(municipality, title="Своя новость")
    home = there(client)
    assert f'href="/novosti/{page.slug}/"' in home
    menu = re.findall(r'<a [^>]*href="(http://[^"]+)"', home)
    assert menu
    assert all(url.startswith(f"http://{MAIN}/") for url in menu)
    crumbs = there(client, f"/novosti/{page.slug}/").split("</nav>")
    assert not any(">Ключевской район</a>" in part and 'class="crumbs' in part for part in crumbs)


def test_what_is_the_same_everywhere_has_its_address_at_the_regions_site(client, own, municipality):
    mentor = MentorFactory(municipality=municipality, public=True)
    for path in ("/nastavniki/", mentor.get_absolute_url(), "/vhod/"):
        canonical = re.search(r'rel="canonical" href="([^"]+)"', there(client, path))
        assert canonical is not None
        assert canonical[1].startswith(f"http://{MAIN}{path}")
    assert mentor.get_absolute_url() not in there(client, "/sitemap.xml")
    assert mentor.get_absolute_url() in client.get("/sitemap.xml", HTTP_HOST=MAIN).content.decode()


def test_one_signs_in_there_and_the_policies_hold(client, own, coordinator):
    client.force_login(coordinator)
    admin = client.get(reverse("wagtailadmin_home"), HTTP_HOST=HOST)
    assert admin.status_code == 200
    public = client.get("/", HTTP_HOST=HOST)
    assert "'unsafe-inline'" not in public["Content-Security-Policy"]


def test_an_address_that_the_server_does_not_answer_is_warned_of(own, settings):
    assert find_addresses_without_an_answer() == []
    settings.ALLOWED_HOSTS = [MAIN]
    (warning,) = find_addresses_without_an_answer()
    assert warning.id == "duet.W011"
