"""The image's programs and the servers of compose.yaml fit each other, and are those that CI runs."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest
import yaml

from cms.backup import postgres
from cms.backup.errors import BackupFailed
from cms.version import VERSION
from tests.servers import ROOT, require


def text(path: str) -> str:
    return (ROOT / path).read_text()


def server_version() -> str:
    image = yaml.safe_load(text("compose.yaml"))["services"]["postgres"]["image"]
    return str(re.fullmatch(r"postgres:(\d+)\.\d+-bookworm", image)[1])  # type: ignore[index]


def test_client_and_server_are_of_one_major_version() -> None:
    client = re.search(r"postgresql-client-(\d+)", text("Dockerfile"))
    assert client and client[1] == server_version()
    assert "-bookworm\n" in text("Dockerfile"), "the release of Debian that brings this client"


def test_ci_tries_the_programs_of_the_image() -> None:
    require(shutil.which("pg_restore") is not None, "no client of PostgreSQL")
    for program in ("pg_dump", "pg_restore", "psql"):
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        assert re.search(r"(\d+)", told)[1] == server_version(), told  # type: ignore[index]


def test_another_client_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "connection", type("Server", (), {"pg_version": 15_0018}))
    monkeypatch.setattr(postgres, "call", lambda *_: "pg_restore (PostgreSQL) 17.2 (Debian 17.2-1)")
    with pytest.raises(BackupFailed, match=r"версии 17, а сервер PostgreSQL версии 15.*postgresql-client-15"):
        postgres.refuse_another_client("pg_restore")


def test_every_image_has_a_version_of_its_own() -> None:
    compose: dict[str, Any] = yaml.safe_load(text("compose.yaml"))
    images = [service["image"] for service in compose["services"].values()]
    for image in images + re.findall(r"^FROM (\S+)", text("Dockerfile"), re.MULTILINE):
        assert re.search(r":\D*\d+\.\d+\.?\d*", image), image


def test_one_version_stands_everywhere() -> None:
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == VERSION
    label = re.search(r'org.opencontainers.image.version="([^"]+)"', text("Dockerfile"))
    assert label and label[1] == VERSION
    assert yaml.safe_load(text("compose.yaml"))["x-site"]["image"] == f"duet:{VERSION}"
