"""The cookie of appearance: what is kept is read back, what is broken becomes the default."""

import pytest

from cms.appearance.choice import SCHEMES, SIZES, Appearance


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pictures", [True, False])
def test_what_is_kept_is_read_back(scheme: str, size: int, pictures: bool) -> None:
    chosen = Appearance(scheme, size, pictures)
    assert Appearance.from_cookie(chosen.to_cookie()) == chosen


@pytest.mark.parametrize("value", ["", "...", "purple.9.maybe", "<script>", "9" * 5000, "\x00.\x00", "auto.²."])
def test_broken_cookie_is_the_default(value: str) -> None:
    assert Appearance.from_cookie(value) == Appearance()


def test_good_parts_of_a_broken_cookie_survive() -> None:
    assert Appearance.from_cookie("dark.7.off") == Appearance("dark", 1, pictures=False)


def test_one_wish_changes_one_thing() -> None:
    before = Appearance("dark", 2, pictures=False)
    assert before.changed({"size": "3"}) == Appearance("dark", 3, pictures=False)


def test_reset_brings_everything_back() -> None:
    assert Appearance("hc-dark", 3, pictures=False).changed({"reset": "1"}) == Appearance()


def test_panel_stands_open_for_weak_sight_alone() -> None:
    assert Appearance("hc-light").is_special
    assert Appearance(size=2).is_special
    assert not Appearance("dark").is_special
