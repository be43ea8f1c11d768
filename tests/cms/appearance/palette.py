"""Reads tokens.css as a browser would, and measures contrast by the formula of WCAG 2."""

import re
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[3] / "static" / "css" / "tokens.css"
SELECTORS = {
    "light": r":root \{",
    "dark": r':root\[data-scheme="dark"\] \{',
    "auto-dark": r':root\[data-scheme="auto"\] \{',
    "hc-dark": r':root\[data-scheme="hc-dark"\] \{',
    "hc-light": r':root\[data-scheme="hc-light"\] \{',
}


def palette(scheme: str) -> dict[str, str]:
    """Return role → «#rrggbb» of one scheme."""
    block = re.search(SELECTORS[scheme] + r"(.*?)\}", TOKENS.read_text(), re.DOTALL)
    assert block, f"tokens.css has no block of {scheme}"
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block[1]))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
