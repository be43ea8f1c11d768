"""What the browser loads: small, ours alone, without inline styles or scripts."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "static"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OWN_SHEETS = sorted((STATIC / "css").glob("*.css"))
OWN_SCRIPTS = [path for path in sorted((STATIC / "js").glob("*.js")) if not path.name.endswith(".min.js")]
FOREIGN = re.compile(r"(?:src|href|action|url\(|@import|from)\s*=?\s*[\"'(]?\s*(?:https?:)?//", re.IGNORECASE)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", re.IGNORECASE)
NO_COLOURS = {"tokens.css", "print.css", "admin.css"}


def test_fonts_of_any_page_weigh_at_most_90_kilobytes() -> None:
    fonts = list((STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) <= 90_000


def test_fonts_carry_their_licences() -> None:
    texts = [path.read_text() for path in (STATIC / "fonts").glob("OFL-*.txt")]
    assert len(texts) == 2
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in texts)


def test_style_sheets_of_any_page_stay_small() -> None:
    named = re.findall(r"css/([a-z]+\.css)", (ROOT / "templates" / "components" / "styles.html").read_text())
    common = b"".join((STATIC / "css" / name).read_bytes() for name in named)
    assert len(gzip.compress(common)) <= 12_000
    for path in OWN_SHEETS:
        if path.name not in named:
            assert len(gzip.compress(path.read_bytes())) <= 2_500, path.name


@pytest.mark.parametrize("path", [*TEMPLATES, *OWN_SHEETS, *OWN_SCRIPTS], ids=lambda p: p.name)
def test_nothing_is_loaded_from_another_host(path: Path) -> None:
    assert not FOREIGN.search(path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT / "templates")))
def test_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<style", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag or "application/ld+json" in tag or "application/json" in tag, tag


@pytest.mark.parametrize("path", [p for p in OWN_SHEETS if p.name not in NO_COLOURS], ids=lambda p: p.name)
def test_components_name_colours_by_role_only(path: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert not COLOUR.findall(rules)


def test_every_icon_that_templates_name_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([a-z-]+)"', (STATIC / "img" / "icons.svg").read_text()))
    named = set(re.findall(r"icon\(?\s*\"([a-z-]+)\"", "\n".join(path.read_text() for path in TEMPLATES)))
    assert named
    assert named <= drawn
