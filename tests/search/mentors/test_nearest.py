"""Distances on the honeycomb of the tile map."""

import pytest

from search.mentors.nearest import _distance, _steps


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (1, 0), 1),
        ((0, 0), (0, 1), 1),
        ((1, 0), (0, 1), 1),  # an odd row stands half a step to the right
        ((0, 0), (1, 1), 2),
        ((0, 0), (0, 2), 2),
        ((2, 2), (2, 3), 1),
        ((2, 2), (1, 3), 1),
        ((0, 0), (5, 0), 5),
        ((0, 0), (3, 4), 5),
    ],
)
def test_steps(one: tuple[int, int], other: tuple[int, int], steps: int) -> None:
    assert _steps(one, other) == _steps(other, one) == steps


def test_the_nearest_of_several_counts_and_no_tile_is_far_away() -> None:
    assert _distance((0, 0), [(4, 0), (1, 0)]) == 1
    assert _distance(None, [(4, 0)]) > 1000
    assert _distance((0, 0), []) == 0
