"""A production process: what it refuses, and the headers that every page carries."""

from __future__ import annotations

import http.client
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ROOT, copy_region, environment, manage, serving

HOST = "nastavnik.example.org"


def production(var: Path, **more: str) -> dict[str, str]:
    settings = {"SECRET_KEY": secrets.token_urlsafe(60), "ALLOWED_HOSTS": HOST, "BEHIND_PROXY": "1"}
    return environment(var, "cms.settings.production", **{**settings, **more})


def start(env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import cms.wsgi"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def empty(migrated_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site: migrated, its static files collected, nobody in it."""
    var = copy_region(migrated_master, tmp_path_factory.mktemp("production") / "var")
    manage(var, "collectstatic", "--noinput", "-v0", **production(var))
    return var


@pytest.fixture(scope="module")
def address(empty: Path) -> Iterator[str]:
    with serving(empty, production(empty)) as served:
        yield served


def fetch(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https", **headers})
    return connection.getresponse()


def test_production_does_not_start_with_the_demo_key(empty: Path) -> None:
    refused = start(production(empty, SECRET_KEY=""))
    assert refused.returncode != 0
    assert "SECRET_KEY не задан" in refused.stderr


def test_production_does_not_start_without_hosts(empty: Path) -> None:
    assert "ALLOWED_HOSTS не задан" in start(production(empty, ALLOWED_HOSTS="")).stderr


def test_production_does_not_start_with_demo_accounts(region_master: Path, tmp_path: Path) -> None:
    var = copy_region(region_master, tmp_path / "var")

    refused = start(production(var))

    assert refused.returncode != 0
    assert "duet.E001" in refused.stderr


def test_production_starts_on_a_new_site(empty: Path) -> None:
    started = start(production(empty))
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("path", ["/", "/nastavniki/", "/nastavniki/stat-nastavnikom/", "/dostupnost/", "/net-takoy/"])
def test_every_public_page_carries_strict_headers(address: str, path: str) -> None:
    headers = fetch(address, path).headers
    directives = [part.split() for part in headers["Content-Security-Policy"].split(";") if part.strip()]
    policy = {name: values for name, *values in directives}

    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert int(headers["Strict-Transport-Security"].split("max-age=")[1].split(";")[0]) >= 15_768_000
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    for cookie in headers.get_all("Set-Cookie") or []:
        assert "Secure" in cookie, cookie
        assert cookie.startswith("__Host-") or not cookie.lower().startswith(("session", "csrf")), cookie
        assert "SameSite" in cookie, cookie


def test_plain_http_is_sent_to_https(address: str) -> None:
    answer = fetch(address, "/", **{"X-Forwarded-Proto": "http"})
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/"


def test_a_foreign_host_name_is_refused_in_words(address: str) -> None:
    assert fetch(address, "/", Host="evil.example").status == 400


def test_uploaded_documents_have_no_address_of_their_own(address: str) -> None:
    assert fetch(address, "/media/documents/order.pdf").status == 404


def test_an_address_of_ten_thousand_letters_gets_a_sensible_page(address: str) -> None:
    answer = fetch(address, "/nastavniki/?q=" + "a" * 10_000)
    assert answer.status in {200, 302}


def test_a_missing_page_answers_in_russian(address: str) -> None:
    answer = fetch(address, "/net-takoy/")
    assert answer.status == 404
    assert "Найти наставника" in answer.read().decode()


def test_the_deployment_check_has_nothing_to_say(empty: Path) -> None:
    manage(empty, "check", "--deploy", "--fail-level", "WARNING", **production(empty))
