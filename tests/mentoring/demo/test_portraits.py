"""Portraits of the demo: whole, of the right gender and age, small, and as different as people are."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from demo.portraits import parts
from demo.portraits.drawing import HEIGHT, WIDTH, choose_look, draw
from demo.portraits.outlines import polygons
from demo.portraits.scenes import SCENES, paint

AGES = ("young", "middle", "elder")


def test_curves_go_where_their_notation_says():
    (square,) = polygons("M10 10h20V30H10Z")
    assert square == [(10, 10), (30, 10), (30, 30), (10, 30)]
    (smooth,) = polygons("M0 0C0 10 10 10 10 0S20-10 20 0")
    assert smooth[-1] == (20, 0)
    assert min(y for _x, y in smooth) == pytest.approx(-7.5, abs=0.1)  # the second half is the first one's mirror
    assert [part[0] for part in polygons("M1 1L2 2M5 5l1 1")] == [(1, 1), (5, 5)]
    with pytest.raises(ValueError, match="begins with M"):
        polygons("L1 1")


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("is_female", [True, False])
def test_a_look_suits_gender_and_age(is_female, age):
    rng = random.Random(7)
    looks = [choose_look(rng, is_female, age) for _ in range(200)]

    hairs = parts.WOMEN if is_female else parts.MEN
    assert all(age in hairs[look.hair].ages for look in looks)
    assert is_female is not any(look.beard for look in looks)
    assert is_female is any(look.earrings for look in looks)
    assert len(set(looks)) > 60


def test_portraits_are_small_whole_and_different():
    rng = random.Random(3)
    drawn = {draw(choose_look(rng, is_female, age)) for is_female in (True, False) for age in AGES for _ in range(3)}

    assert len(drawn) >= 17
    for data in drawn:
        assert len(data) < 15_000
        picture = Image.open(io.BytesIO(data)).convert("RGB")
        assert picture.size == (WIDTH, HEIGHT)
        # The cheek is of paper, the shoulder of ink, the corner of the sheet's own tone.
        for place, tone in (
            ((206, 215), (255, 255, 255)),
            ((300, 400), (28, 60, 148)),
            ((WIDTH - 2, 2), (229, 234, 247)),
        ):
            assert picture.getpixel(place) == pytest.approx(tone, abs=6)


def test_scenes_have_words_and_stay_small():
    for scene in SCENES.values():
        assert scene.words.startswith("Рисунок: ")
        assert len(paint(scene)) < 60_000
