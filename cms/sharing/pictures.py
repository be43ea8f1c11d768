"""A page's title as a picture of 1200 × 630 for messengers, drawn on the server in the site's own type."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageDraw, ImageFont
from wagtail.models import Page

from cms.places import FONTS

SIZE = (1200, 630)
MARGIN = 80
PAPER, INK, INK_2, BLUE, RED = "#f7f7f4", "#181b22", "#474c57", "#1c3c94", "#af3e16"
#: Sizes of the title, the largest that fits is taken; and how many lines each may fill.
TITLES = ((84, 3), (68, 4), (56, 5))
#: Raised when the drawing changes, so that messengers ask for the new one.
VERSION = 1


def picture_key(page: Page) -> str:
    """What the picture shows, as a short key in its address: a changed title has another address."""
    words = f"{VERSION}|{page.title}|{place_of(page)}"
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def place_of(page: Page) -> str:
    """Whose page it is: the municipality, if it has one."""
    municipality = getattr(page, "municipality", None)
    return municipality.name if municipality and municipality.name != page.title else ""


def draw_card(title: str, under: str, signature: str) -> bytes:
    """A PNG with the title, a line under it, and the signature at the foot."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0] // 2, 14), fill=BLUE)
    draw.rectangle((SIZE[0] // 2, 0, SIZE[0], 14), fill=RED)
    font, lines = _fitted(title)
    y = 92.0
    for line in lines:
        draw.text((MARGIN, y), line, font=font, fill=INK)
        y += font.size * 1.16
    if under:
        draw.text((MARGIN, y + 32), _cut(under, _font("golos-400", 34)), font=_font("golos-400", 34), fill=INK_2)
    _draw_signature(draw, signature)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw_signature(draw: ImageDraw.ImageDraw, words: str) -> None:
    y = SIZE[1] - 96
    draw.polygon([(80, y + 22), (112, y), (142, y), (142, y + 44), (112, y + 44)], fill=BLUE)
    draw.polygon([(204, y + 22), (172, y), (142, y), (142, y + 44), (172, y + 44)], fill=RED)
    draw.text((228, y - 6), "Дуэт", font=_font("literata-600", 44), fill=INK)
    font = _font("golos-400", 24)
    draw.text((352, y + 11), _cut(words, font, SIZE[0] - 352 - MARGIN), font=font, fill=INK_2)


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest type in which the title fits, and its lines; a title that never fits is cut."""
    for size, most in TITLES:
        font = _font("literata-600", size)
        lines = _wrapped(title, font)
        if len(lines) <= most:
            return font, lines
    return font, [*lines[: most - 1], _cut(lines[most - 1] + "…", font)]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int = SIZE[0] - 2 * MARGIN) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), size)
