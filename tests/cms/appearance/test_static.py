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
TYPED = "абвгдежзийклмнопрстуфхцчшщъыьэюяёАЯ0123456789«»–—…№ .,:;!?()qwertyQWERTY@#"
NO_COLOURS = {"tokens.css", "print.css", "admin.css"}


def test_fonts_of_any_page_weigh_at_most_90_kilobytes() -> None:
    fonts = {path.stem: path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")}
    families = ("golos", "literata", "literata-text")
    assert set(fonts) == {f"{family}-{part}" for family in families for part in ("cyrillic", "signs", "latin")}
    assert sum(fonts.values()) <= 95_000
    # What a page in Russian loads, and what it loads with texts in Literata.
    assert sum(fonts[f"{family}-{part}"] for family in families[:2] for part in ("cyrillic", "signs")) <= 33_000
    assert sum(size for name, size in fonts.items() if not name.endswith("latin")) <= 53_000


def test_no_letter_is_in_two_fonts_of_a_face() -> None:
    faces = re.findall(r"@font-face \{([^}]*woff2[^}]*)\}", (STATIC / "css" / "tokens.css").read_text())
    assert len(faces) == 9
    ranges: dict[tuple[str, str], list[int]] = {}
    for face in faces:
        family, weight = re.findall(r"font-family: (\w+);|font-weight: ([\d ]+);", face)
        for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face):
            letters = range(int(first, 16), int(last or first, 16) + 1)
            ranges.setdefault((family[0], weight[1]), []).extend(letters)
    assert len(ranges) == 3
    for letters in ranges.values():
        assert len(letters) == len(set(letters))
        assert set(map(ord, "абвгдежзиклмнопрстуфхцчшщъыьэюяёАЯ0123456789«»–—…№ .,:;!?()qwertyQWERTY@#")) <= set(
            letters
        )


def test_fonts_carry_their_licences() -> None:
    texts = [path.read_text() for path in (STATIC / "fonts").glob("OFL-*.txt")]
    assert len(texts) == 2
    assert all("SIL OPEN FONT LICENSE" in text.upper() for text in texts)


def test_style_sheets_of_any_page_stay_small() -> None:
    site = _sheets_of("site.css")
    assert len(gzip.compress(b"".join((STATIC / "css" / name).read_bytes() for name in site))) <= 12_500
    for path in OWN_SHEETS:
        if path.name not in site:
            assert len(gzip.compress(path.read_bytes())) <= 2_500, path.name


def _sheets_of(name: str) -> list[str]:
    return re.findall(r'@import "([a-z-]+\.css)"', (STATIC / "css" / name).read_text())


@pytest.mark.parametrize("path", [path for path in OWN_SHEETS if path.name.startswith("page-")], ids=lambda p: p.name)
def test_the_sheet_of_a_kind_of_page_begins_with_the_common_ones_and_is_used(path: Path) -> None:
    first, *more = _sheets_of(path.name)
    assert first == "site.css"
    assert more
    assert all((STATIC / "css" / name).exists() for name in more)
    assert any(f"css/{path.name}" in template.read_text() for template in TEMPLATES)


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
