"""A cluster behind TLS and a password: `https://user:password@…` and SEARCH_CA_CERTS reach it, and nothing less."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.elastic.errors import ServerFailed
from tests.certificates import Certificates, certificates
from tests.search.elastic.proxy import Passage, Proxy, before
from tests.search.servers import CLIENTS, address

USER = "duet:kept-in-env"
SECONDS = 5.0


def only_with_the_password(passage: Passage) -> bool:
    """Passes on what brings the right password, as a cluster with authentication does."""
    wanted = f"Basic {base64.b64encode(USER.encode()).decode()}"
    if passage.headers.get("Authorization") == wanted:
        return False
    passage.reply(401, b'{"error": "missing authentication credentials", "status": 401}')
    return True


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(params=sorted(CLIENTS))
def cluster(request: pytest.FixtureRequest, made: Certificates) -> Iterator[tuple[str, Proxy]]:
    """The real server of each product, behind a port that speaks TLS alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate, made.key)
    with before(address(request.param)) as proxy:
        proxy.socket = context.wrap_socket(proxy.socket, server_side=True)
        proxy.mood = only_with_the_password
        yield request.param, proxy


def url(proxy: Proxy, user: str = USER) -> str:
    return f"https://{user}@localhost:{proxy.server_address[1]}"


def test_the_right_authority_and_password_are_let_in(cluster, made):
    product, proxy = cluster
    server = CLIENTS[product]([url(proxy)], str(made.authority))

    assert server.indices("nothing-of-this-name-*") == {}


def test_a_wrong_password_is_a_server_that_fails(cluster, made):
    product, proxy = cluster
    server = CLIENTS[product]([url(proxy, "duet:wrong")], str(made.authority))

    with pytest.raises(ServerFailed, match=r"401|uthenti"):
        server.get("nothing", "1", SECONDS)


def test_a_stranger_with_a_certificate_of_its_own_learns_no_password(cluster, made, tmp_path: Path):
    product, proxy = cluster
    other = certificates(tmp_path / "other")
    server = CLIENTS[product]([url(proxy)], str(other.authority))

    with pytest.raises(ServerFailed):
        server.get("nothing", "1", SECONDS)
    assert proxy.seen == []
