"""The picture of editions: bars on a scale of years, in parts of the whole width, so that it fits any screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cms.acts.editions import Edition

#: Height of a bar with the gap below it, and of the bar itself, in units of the picture.
STEP, BAR = 40, 30
#: Years that are written under the scale at most.
MOST_YEARS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One edition: left edge and width in per cent, upper edge in units."""

    label: int
    left: float
    width: float
    top: int
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year under the scale, at its first of January."""

    label: int
    left: float
    is_written: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; ``mark`` is where the asked day lies, in per cent."""

    bars: tuple[Bar, ...]
    years: tuple[Year, ...]
    mark: float
    height: int


def timeline(editions: Sequence[Edition], on: date, today: date) -> Timeline:
    """Place the editions on a scale from the first of them to the end of this year."""
    first = min([edition.starts.year for edition in editions] + [on.year if editions else today.year])
    last = max([today.year, on.year, *(edition.starts.year for edition in editions)]) + 1
    start, whole = date(first, 1, 1), (date(last, 1, 1) - date(first, 1, 1)).days

    def place(day: date) -> float:
        return round(min(max((day - start).days / whole * 100, 0), 100), 2)

    bars = tuple(
        Bar(
            number,
            place(edition.starts),
            max(round(place(edition.ends or date(last, 1, 1)) - place(edition.starts), 2), 0.6),
            (number - 1) * STEP,
            edition.covers(on),
        )
        for number, edition in enumerate(editions, 1)
    )
    every = -(-(last - first) // MOST_YEARS)
    years = tuple(Year(year, place(date(year, 1, 1)), (year - first) % every == 0) for year in range(first, last))
    return Timeline(bars, years, place(on), max(len(editions), 1) * STEP)
