"""The two READMEs say the same: as many headings of each level, the same commands, variables, pictures and links."""

from __future__ import annotations

import re

import pytest

from tests.servers import ROOT

READMES = {name: (ROOT / name).read_text() for name in ("README.md", "README.ru.md")}


def _commands(text: str) -> list[str]:
    """The lines of the code blocks without what explains them."""
    return [line.split("#")[0].strip() for line in text.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize(
    "what",
    [
        pytest.param(lambda text: list(re.findall(r"^#+", text, re.M)), id="headings"),
        pytest.param(_commands, id="commands"),
        pytest.param(lambda text: set(re.findall(r"`([^`]+)`", text)), id="words of code"),
        pytest.param(lambda text: set(re.findall(r"\]\(([^)]+)\)", text)) - set(READMES), id="links and pictures"),
        pytest.param(lambda text: len(re.findall(r"^\| ", text, re.M)), id="rows of tables"),
        pytest.param(lambda text: len(re.findall(r"^- ", text, re.M)), id="items of lists"),
    ],
)
def test_the_readmes_agree(what: object) -> None:
    assert callable(what)
    assert what(READMES["README.md"]) == what(READMES["README.ru.md"])


def test_every_link_leads_to_a_file() -> None:
    for name, text in READMES.items():
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            assert link.startswith("https://") or (ROOT / link).exists(), f"{name}: {link}"
