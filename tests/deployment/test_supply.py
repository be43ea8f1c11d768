"""What is installed is pinned by hash; locks, lists and the list for security officers say the same."""

from __future__ import annotations

import json
import re

import pytest

from cms.version import VERSION
from tests.servers import ROOT

FOLDERS = (".", "deploy", "tests")
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", re.MULTILINE)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(path: str) -> set[tuple[str, str]]:
    """Names and versions; two versions of one name may stand there for two releases of Python."""
    return {(normal(name), version) for name, version in PIN.findall((ROOT / path).read_text())}


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_lock_holds_what_the_list_asks_for(folder: str) -> None:
    missing = pins(f"{folder}/requirements.txt") - pins(f"{folder}/requirements.lock")
    assert not missing, "make lock, after a requirements.txt changed"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_library_has_its_hashes_and_no_registry_is_named(folder: str) -> None:
    text = (ROOT / folder / "requirements.lock").read_text()
    entries = [part for part in re.split(r"\n(?=\S)", text) if not part.startswith("#")]
    assert entries
    for entry in entries:
        assert PIN.match(entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in text
    assert "--index-url" not in text


def test_the_locks_agree() -> None:
    site, shipped, tested = (pins(f"{folder}/requirements.lock") for folder in FOLDERS)
    assert site <= shipped <= tested


def test_make_and_the_image_install_from_the_locks() -> None:
    makefile, image = (ROOT / "Makefile").read_text(), (ROOT / "Dockerfile").read_text()
    assert re.search(r"^INSTALL := .*--require-hashes -r$", makefile, re.MULTILINE)
    assert "@$(INSTALL) requirements.lock" in makefile
    assert "@$(INSTALL) tests/requirements.lock" in makefile
    assert "--require-hashes -r deploy/requirements.lock" in image
    assert "requirements.txt" not in image


def test_the_list_of_components_is_that_of_the_lock() -> None:
    told = json.loads((ROOT / "deploy/sbom.cdx.json").read_text())
    assert told["bomFormat"] == "CycloneDX"
    assert told["metadata"]["component"]["version"] == VERSION, "make sbom, with a release"
    listed = {(normal(one["name"]), one["version"]) for one in told["components"]}
    assert listed == pins("deploy/requirements.lock"), "make sbom, after make lock"
