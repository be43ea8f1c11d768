"""The region as a honeycomb: one hexagon per municipality, four steps of blue, the number inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

#: From this figure on, the bounds of the steps are rounded, so that the key reads easily.
ROUND_FROM = 20
WIDTH = 80  # of a hexagon, in units of the drawing
HEIGHT = 92
GAP = 4
SHORTEST_LABEL = 4


@dataclass(frozen=True)
class Tile:
    """A municipality on the map: its place in the honeycomb (odd rows stand half a step to the right)."""

    name: str
    url: str
    figure: int
    words: str  # «Ключевской район: 58 мест»
    column: int
    row: int
    label: str = ""


@dataclass(frozen=True)
class PlacedTile:
    """A tile with everything the drawing needs."""

    tile: Tile
    label: str
    step: int
    points: str
    x: int
    y: int

    @property
    def label_y(self) -> int:
        """Baseline of the name."""
        return self.y - 8

    @property
    def figure_y(self) -> int:
        """Baseline of the number."""
        return self.y + 16


@dataclass(frozen=True)
class TileMap:
    """The whole map; each of the three filled steps holds about a third of the tiles that are not zero."""

    tiles: tuple[Tile, ...]

    @cached_property
    def steps(self) -> tuple[int, int, int]:
        """Lower bounds of the three filled steps."""
        figures = sorted(tile.figure for tile in self.tiles if tile.figure > 0) or [1]
        middle = max(2, _rounded(figures[len(figures) // 3]))
        high = max(middle + 1, _rounded(figures[len(figures) * 2 // 3]))
        return 1, middle, high

    @cached_property
    def placed(self) -> tuple[PlacedTile, ...]:
        """Tiles in reading order, row by row, as the keyboard walks them."""
        labels = short_labels([tile.name for tile in self.tiles])
        ordered = sorted(self.tiles, key=lambda tile: (tile.row, tile.column))
        return tuple(self._place(tile, tile.label or labels[tile.name]) for tile in ordered)

    @property
    def view_box(self) -> str:
        """The drawing's frame."""
        right = max((placed.x for placed in self.placed), default=0) + WIDTH // 2 + GAP
        bottom = max((placed.y for placed in self.placed), default=0) + HEIGHT // 2 + GAP
        return f"{-GAP} {-GAP} {right + GAP} {bottom + GAP}"

    @property
    def key(self) -> tuple[tuple[int, str], ...]:
        """The key: step and its words."""
        _low, middle, high = self.steps
        words = (_("нет"), _("до %d") % (middle - 1), f"{middle}–{high - 1}", _("%d и больше") % high)
        return tuple(enumerate(words))

    def _place(self, tile: Tile, label: str) -> PlacedTile:
        x = tile.column * (WIDTH + GAP) + WIDTH // 2 + (WIDTH + GAP) // 2 * (tile.row % 2)
        y = tile.row * (HEIGHT * 3 // 4 + GAP) + HEIGHT // 2
        step = sum(tile.figure >= bound for bound in self.steps)
        return PlacedTile(tile, label, step, _hexagon(x, y), x, y)


def _rounded(figure: int) -> int:
    """Round to tens or hundreds from ``ROUND_FROM`` on: 57 becomes 60, 482 becomes 500."""
    return figure if figure < ROUND_FROM else round(figure, 1 - len(str(figure)))


def _hexagon(x: int, y: int) -> str:
    half, quarter, tall = WIDTH // 2, HEIGHT // 4, HEIGHT // 2
    corners = (
        (0, -tall), (half, -quarter), (half, quarter), (0, tall), (-half, quarter), (-half, -quarter),
    )  # fmt: skip
    return " ".join(f"{x + dx},{y + dy}" for dx, dy in corners)


def short_labels(names: Sequence[str]) -> dict[str, str]:
    """Shorten each name to the shortest beginning, four letters at least, that no other name shares."""
    return {name: _shortest(name, [other for other in names if other != name]) for name in names}


def _shortest(name: str, others: Sequence[str]) -> str:
    for length in range(SHORTEST_LABEL, len(name) - 1):
        beginning = name[:length]
        if not any(other.startswith(beginning) for other in others):
            return f"{beginning.rstrip()}."
    return name
