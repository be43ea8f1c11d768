"""Every pair of colours that meets on a page can be read, in every scheme."""

import pytest

from tests.cms.appearance.palette import contrast, palette

SCHEMES = ("light", "dark", "hc-dark", "hc-light")
GROUNDS = ("paper", "surface", "sunk")
#: Text role → the grounds it stands on.
TEXT = {
    "ink": (*GROUNDS, "blue-tint", "mentee-tint", "good-tint", "warn-tint", "error-tint", "mark", "blue-mid", "track"),
    "ink-2": (*GROUNDS, "blue-tint", "mentee-tint"),
    "ink-3": GROUNDS,
    "blue": (*GROUNDS, "blue-tint"),
    "blue-strong": ("paper", "surface", "blue-tint"),
    "on-blue": ("blue", "blue-strong"),
    "mentor": (*GROUNDS, "blue-tint"),
    "mentee": (*GROUNDS, "mentee-tint"),
    "on-mentee": ("mentee",),
    "good": ("paper", "surface", "good-tint"),
    "warn": ("paper", "surface", "warn-tint"),
    "error": ("paper", "surface", "error-tint"),
    "paper": ("ink",),
}
#: Borders and signs → what they must be told apart from.
SIGNS = {
    "line-ui": GROUNDS,
    "focus": (*GROUNDS, "halo"),
    "mentor": ("track",),
    "mentee": ("track",),
    "ink-2": ("track",),
    "good": ("track",),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("role", "grounds"), TEXT.items(), ids=TEXT)
def test_text_is_readable(scheme: str, role: str, grounds: tuple[str, ...]) -> None:
    colours = palette(scheme)
    pale = {g: round(contrast(colours[role], colours[g]), 2) for g in grounds}
    assert min(pale.values()) >= 4.5, pale


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("role", "grounds"), SIGNS.items(), ids=SIGNS)
def test_borders_and_signs_are_visible(scheme: str, role: str, grounds: tuple[str, ...]) -> None:
    colours = palette(scheme)
    pale = {g: round(contrast(colours[role], colours[g]), 2) for g in grounds}
    assert min(pale.values()) >= 3, pale


@pytest.mark.parametrize("scheme", ["hc-dark", "hc-light"])
def test_version_for_weak_sight_reaches_seven_to_one(scheme: str) -> None:
    colours = palette(scheme)
    for role in ("ink", "ink-2", "ink-3", "blue", "mentor", "mentee", "good", "warn", "error"):
        assert contrast(colours[role], colours["paper"]) >= 7, role


def test_every_scheme_names_every_role() -> None:
    names = {scheme: set(palette(scheme)) for scheme in SCHEMES}
    assert all(found == names["light"] for found in names.values())


def test_dark_by_choice_and_by_device_are_the_same() -> None:
    assert palette("dark") == palette("auto-dark")
