"""What a site is asked, and what never is."""

import socket
import time

import pytest

from cms.links.addresses import NotAnAddressError, target_of
from cms.links.asking import NoAnswerError, RefusedToAskError, ask
from cms.links.networks import may_be_asked, networks
from cms.links.policy import Policy, current_policy
from tests.cms.links.sites import a_site

INSIDE = Policy(("*",), networks(["127.0.0.0/8"]))
WORLD = Policy(("*",))


@pytest.fixture
def site():
    with a_site() as site:
        yield site


@pytest.mark.parametrize(("page", "status"), [("well", 200), ("gone", 404), ("closed", 403), ("thinking", 200)])
def test_the_number_of_the_answer_is_read(site, page, status):
    assert ask(target_of(site.address(page)), INSIDE).status == status


def test_a_redirect_is_told_and_not_followed(site):
    answer = ask(target_of(site.address("moved")), INSIDE)

    assert (answer.status, answer.location) == (301, site.address("новое место"))
    assert site.asked == ["/moved"]


def test_of_a_huge_page_only_the_head_is_taken(site):
    assert ask(target_of(site.address("huge")), INSIDE).status == 200
    time.sleep(0.3)
    assert site.sent < 8 * 2**20  # what the buffers between the two hold


@pytest.mark.parametrize("page", ["drip", "silent"])
def test_slow_sites_hold_nobody_longer_than_the_time(site, page):
    started = time.monotonic()

    with pytest.raises(NoAnswerError):
        ask(target_of(site.address(page)), INSIDE, seconds=0.8)

    assert time.monotonic() - started < 1.6


@pytest.mark.parametrize("page", ["endless-head", "noise"])
def test_what_is_no_answer_of_the_web_is_none(site, page):
    with pytest.raises(NoAnswerError):
        ask(target_of(site.address(page)), INSIDE)


def test_a_closed_door_is_no_answer():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))  # taken, and nobody listens
        with pytest.raises(NoAnswerError):
            ask(target_of(f"http://127.0.0.1:{door.getsockname()[1]}/"), INSIDE)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"])
def test_the_own_machine_is_not_asked_however_it_is_written(site, host):
    with pytest.raises((RefusedToAskError, NoAnswerError, NotAnAddressError)):
        ask(target_of(site.address("well", host)), WORLD)

    assert site.asked == []


def test_a_name_that_leads_inside_at_its_second_look_is_asked_where_it_was_looked_at(site, monkeypatch):
    """DNS rebinding: the first answer of the resolver is public, every later one is this machine."""
    looks = []
    public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", site.server_port))]
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.server_port))]
    stock = socket.getaddrinfo

    def resolve(host, *args, **kwargs):
        if host != "rebinding.example":
            return stock(host, *args, **kwargs)
        looks.append(host)
        return public if len(looks) == 1 else inside

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    with pytest.raises(NoAnswerError):
        ask(target_of(site.address("well", "rebinding.example")), WORLD, seconds=0.5)
    assert site.asked == []


def test_a_name_that_also_leads_inside_is_not_asked_at_all(site, monkeypatch):
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: rows)

    with pytest.raises(RefusedToAskError):
        ask(target_of(site.address("well", "both.example")), WORLD)
    assert site.asked == []


@pytest.mark.parametrize(
    "number",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "0.0.0.0", "169.254.169.254", "100.100.100.200",
        "168.63.129.16", "192.0.0.192", "192.88.99.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136::1",
        "not a number",
    ],
)  # fmt: skip
def test_private_and_special_addresses_are_not_asked(number):
    assert not may_be_asked(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "77.88.8.8", "2a02:6b8::feed:ff"])
def test_public_addresses_are_asked(number):
    assert may_be_asked(number)


def test_a_named_network_inside_is_asked_and_no_other():
    allowed = networks(["10.20.0.0/16", "fd00:20::/32"])

    assert may_be_asked("10.20.1.1", allowed)
    assert may_be_asked("fd00:20::1", allowed)
    assert not may_be_asked("10.21.1.1", allowed)


@pytest.mark.parametrize(
    ("pattern", "host", "allowed"),
    [
        ("*", "any.example", True),
        ("*.gov.ru", "gov.ru", True),
        ("*.gov.ru", "edu.gov.ru", True),
        ("*.gov.ru", "notgov.ru", False),
        ("disk.yandex.ru", "disk.yandex.ru", True),
        ("disk.yandex.ru", "evil.disk.yandex.ru", False),
        ("наставник.рф", "xn--80aaaivgb8amk.xn--p1ai", True),
    ],
)
def test_allowed_hosts(settings, pattern, host, allowed):
    settings.DUET_CHECK_LINKS_TO = [pattern]
    host = "наставник.рф".encode("idna").decode() if host.startswith("xn--") else host

    assert current_policy().allows(host) is allowed


def test_nobody_is_asked_by_default():
    assert not current_policy().is_on


@pytest.mark.parametrize(
    "address",
    [
        "www.school.example/page", "ftp://school.example/", "javascript:alert(1)", "https://user:word@school.example/",
        "https://school.example:25/", "https://school .example/", "https://", "https:///path", "https://[::1", "file:///etc/passwd",
        "https://school.example/\r\nHost: evil", "https://school.example/" + "a" * 2000,
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_site_is_told(address):
    with pytest.raises(NotAnAddressError):
        target_of(address)


def test_cyrillic_addresses_are_asked_in_the_letters_of_the_web():
    target = target_of("https://Наставник.рф/документы?год=2024#раздел")

    assert target.host == "наставник.рф".encode("idna").decode()
    assert target.path == "/%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%D1%8B?%D0%B3%D0%BE%D0%B4=2024"
