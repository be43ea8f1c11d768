"""What is pressed can be read while it is pointed at, focused, pressed and chosen, in every scheme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
SCHEMES = ("light", "dark", "hc-light", "hc-dark")
STATES = ((), ("hover",), ("focus", "focus-visible"), ("active", "hover"))
#: A label is what the pointer is over where its own input lies under it.
PRESSED = "a[href], button:enabled, summary, label, input:enabled:not([type=hidden]), select, textarea, [role=option]"
#: One element of each look: the same tag and classes at the same place look alike.
MARK = """(wanted) => {
  const known = new Set();
  for (const one of document.querySelectorAll(wanted)) {
    if (!one.checkVisibility() || one.closest('.sr, .trap, svg')) continue;
    const chosen = one.matches(':has(:checked), :checked, [aria-pressed=true], [aria-current]') ? 1 : 0;
    const up = one.parentElement;
    const look = [one.tagName, one.className, chosen, up.tagName, up.className, up.parentElement.className].join('|');
    if (!known.has(look)) { known.add(look); one.dataset.looked = known.size; }
  }
  return known.size;
}"""


def unreadable(page: Page) -> list[str]:
    """What has less contrast than WCAG asks (4.5:1 for words, 3:1 for icons), with its state."""
    cdp = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        cdp.send(f"{domain}.enable")
    assert page.evaluate(MARK, PRESSED) > 5, "the page shows nothing to press"
    root = cdp.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = cdp.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-looked]"})["nodeIds"]
    found = []
    for states in STATES:
        for node in nodes:
            cdp.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": list(states)})
        looked = page.evaluate(f"[...document.querySelectorAll('[data-looked]')].map({CONTRAST})")
        found += [f"{one['words'][:40]} {'+'.join(states)}: {one['ratio']:.1f}" for one in looked if one["ratio"] < 4.5]
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("interview"),
        pytest.param("/design/", marks=pytest.mark.slow),
        pytest.param("/nastavniki/?q=математика&category=highest", marks=pytest.mark.slow),
        pytest.param("/", marks=pytest.mark.slow),
        pytest.param("/nastavniki/stat-nastavnikom/", marks=pytest.mark.slow),
        pytest.param("/akty/spisok/", marks=pytest.mark.slow),
    ],
)
def test_every_state_can_be_read(visit: Callable[..., Page], path: str, scheme: str) -> None:
    page = visit("/duety/", reduced_motion="reduce")
    page.context.add_cookies([{"name": "appearance", "value": f"{scheme}.1.on", "url": page.url}])
    if path == "interview":
        path = str(page.locator("#results .card h3 a").first.get_attribute("href"))
    page.goto(path)

    assert unreadable(page) == []
