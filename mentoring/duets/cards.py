"""The picture of an interview for social networks: 1200 × 630, drawn on the server, no photograph in it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

from cms.places import FONTS
from mentoring.duets.presenters import InterviewView

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, INK_2 = "#f7f7f4", "#181b22", "#474c57"
MENTOR, MENTEE, MENTOR_TINT, MENTEE_TINT = "#1c3c94", "#af3e16", "#e5eaf7", "#f9e8e0"
#: Sizes of the title, the first in which it stands in three lines.
_TITLE_SIZES = (82, 72, 62, 54, 46, 38)
_MOST_LINES = 3

Font = ImageFont.FreeTypeFont


def card(interview: InterviewView) -> bytes:
    """The PNG; the same words give the same bytes."""
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    _pencil_line(draw)
    _sheet(draw)
    eyebrow = _("Дуэт %(month)s") % {"month": interview.month_genitive}
    draw.text((MARGIN, 74), eyebrow, INK_2, _font("golos-600", 30))
    _title(draw, interview.title)
    _names(draw, interview)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _pencil_line(draw: ImageDraw.ImageDraw) -> None:
    draw.rectangle((0, 0, WIDTH // 2, 12), MENTOR)
    draw.rectangle((WIDTH // 2, 0, WIDTH, 12), MENTEE)


def _sheet(draw: ImageDraw.ImageDraw) -> None:
    """The pencil's hexagon, half and half, at the lower edge."""
    top, middle, left, right = 456, WIDTH // 2, MARGIN, WIDTH - MARGIN
    bottom, half = top + 118, (top + top + 118) // 2
    draw.polygon(
        [(middle - 2, top), (left + 44, top), (left, half), (left + 44, bottom), (middle - 2, bottom)], MENTOR_TINT
    )
    draw.polygon(
        [(middle + 2, top), (right - 44, top), (right, half), (right - 44, bottom), (middle + 2, bottom)], MENTEE_TINT
    )


def _title(draw: ImageDraw.ImageDraw, title: str) -> None:
    for size in _TITLE_SIZES:
        font = _font("literata-600", size)
        lines = wrapped(draw, title, font, WIDTH - 2 * MARGIN)
        if len(lines) <= _MOST_LINES:
            break
    for number, line in enumerate(lines[:_MOST_LINES]):
        draw.text((MARGIN, 126 + number * size * 1.14), line, INK, font)


def _names(draw: ImageDraw.ImageDraw, interview: InterviewView) -> None:
    y, middle = 515, WIDTH // 2
    places = ((interview.mentor.short_name, "literata-600", MENTOR), (interview.mentee.short_name, "golos-600", MENTEE))
    for number, (name, cut, colour) in enumerate(places):
        font = _fitting(draw, name, cut, middle - MARGIN - 130)
        width = draw.textlength(name, font)
        tip = 20
        if number == 0:
            right = middle - 44
            draw.text((right, y), name, colour, font, anchor="rm")
            _chevron(draw, right - width - 40, y, -tip, colour)
        else:
            left = middle + 44
            draw.text((left, y), name, colour, font, anchor="lm")
            _chevron(draw, left + width + 40, y, tip, colour)


def _chevron(draw: ImageDraw.ImageDraw, x: float, y: float, tip: int, colour: str) -> None:
    draw.line([(x - tip / 2, y - 18), (x + tip / 2, y), (x - tip / 2, y + 18)], colour, 7, joint="curve")


def _fitting(draw: ImageDraw.ImageDraw, words: str, cut: str, width: float) -> Font:
    for size in (42, 36, 30, 26):
        font = _font(cut, size)
        if draw.textlength(words, font) <= width:
            break
    return font


def wrapped(draw: ImageDraw.ImageDraw, words: str, font: Font, width: float) -> list[str]:
    """The words in lines that are no longer than ``width`` pixels; a single long word keeps a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(cut: str, size: int) -> Font:
    return ImageFont.truetype(str(FONTS / f"{cut}.ttf"), size)
