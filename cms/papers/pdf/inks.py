"""Colours and measures of a sheet; a black-and-white printer keeps every difference (design, section 7)."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

INK = HexColor(0x181B22)
INK_2 = HexColor(0x474C57)
LINE = HexColor(0xB8B8B8)
BLUE = HexColor(0x1C3C94)
RED = HexColor(0xAF3E16)
WARN = HexColor(0x7A4F00)
WOOD = HexColor(0xFFFFFF)

WIDTH, HEIGHT = A4


@dataclass(frozen=True)
class Fields:
    """The empty edges of a sheet and the heights of its head and foot, in points."""

    left: float
    right: float
    top: float
    bottom: float
    head: float
    foot: float

    @property
    def width(self) -> float:
        """The length of a line of text."""
        return WIDTH - self.left - self.right


DUET_FIELDS = Fields(20 * mm, 15 * mm, 15 * mm, 15 * mm, head=19 * mm, foot=13 * mm)
#: The office standard: left and top and bottom 20 mm, right 10 mm; the foot stands inside the bottom field.
OFFICIAL_FIELDS = Fields(20 * mm, 10 * mm, 20 * mm, 20 * mm, head=0, foot=0)


def ink(is_official: bool, colour: Color) -> Color:
    """The colour, or black on an official paper."""
    return black if is_official else colour
