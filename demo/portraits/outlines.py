"""Outlines of a drawing, in the notation of SVG paths without arcs, turned into polygons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]
#: Pieces into which a curve is cut.
STEPS = 14
_TOKEN = re.compile(r"[MLHVCSQTZmlhvcsqtz]|-?\d*\.?\d+")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}


def polygons(path: str) -> list[list[Point]]:
    """The parts of a path, each a list of points; raises ``ValueError`` for a path that begins nowhere."""
    parts: list[list[Point]] = []
    here: Point = (0.0, 0.0)
    bend: Point = here  # the last bend of the curve before: S and T begin with its mirror image
    for command, numbers in _commands(path):
        if command in "Zz":
            here = bend = parts[-1][0]
            continue
        points = _points(command, numbers, here)
        if command in "Mm":
            parts.append([points[-1]])
        elif not parts:
            raise ValueError("a path begins with M")
        else:
            if command in "SsTt":
                points.insert(0, (2 * here[0] - bend[0], 2 * here[1] - bend[1]))
            parts[-1] += _line(command.upper(), here, points)
        here = points[-1]
        bend = points[-2] if command in "CcSsQqTt" else here
    return parts


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(path)
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
            if command in "Zz":
                yield command, []
                continue
        count = _NUMBERS[command.upper()]
        yield command, [float(number) for number in tokens[place : place + count]]
        place += count
        command = {"M": "L", "m": "l"}.get(command, command)  # more points after a beginning are lines


def _points(command: str, numbers: list[float], here: Point) -> list[Point]:
    across, down = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return [(across + numbers[0], here[1])]
    if command in "Vv":
        return [(here[0], down + numbers[0])]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [(across + x, down + y) for x, y in pairs]


def _line(command: str, start: Point, points: list[Point]) -> list[Point]:
    """The points of a line or curve after its start."""
    if command not in "CSQT":
        return points
    bends = [start, *points]
    return [_on_curve(bends, step / STEPS) for step in range(1, STEPS + 1)]


def _on_curve(bends: list[Point], at: float) -> Point:
    """A point of a Bézier curve, by the construction of de Casteljau."""
    while len(bends) > 1:
        bends = [(a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at) for a, b in pairwise(bends)]
    return bends[0]
