"""Draws a portrait: the same person looks the same, and any two of a school differ."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageDraw

from demo.portraits import parts
from demo.portraits.outlines import polygons
from demo.portraits.parts import Piece

Tone = tuple[int, int, int]
Tones = Mapping[str, Tone]

#: Pixels of a picture; the sheet is 200 by 220.
WIDTH, HEIGHT = 400, 440
#: It is drawn so many times larger and then made smaller: edges become smooth.
FINE = 3
#: The figure stands in the middle of what the pencil's tip leaves of the sheet.
ASIDE = 12
#: The tones of the design: the sheet, the mentor's ink, the light of paper, the half tone of shadows.
SHEET = (229, 234, 247)
MENTOR = {parts.INK: (28, 60, 148), parts.PAPER: (255, 255, 255), parts.SHADE: (200, 210, 236)}
MENTEE = {parts.INK: (175, 62, 22), parts.PAPER: (255, 255, 255), parts.SHADE: (240, 207, 193)}


@dataclass(frozen=True, slots=True)
class Look:
    """What a person looks like, in names of parts."""

    is_female: bool
    age: str
    hair: str
    clothes: str
    glasses: str = ""
    beard: str = ""
    brows: str = "soft"
    nose: int = 0
    mouth: int = 0
    earrings: bool = False


def choose_look(rng: random.Random, is_female: bool, age: str) -> Look:
    """A look that suits the gender and the age («young», «middle», «elder»)."""
    hairs = parts.WOMEN if is_female else parts.MEN
    clothes = parts.WOMENS_CLOTHES if is_female else parts.MENS_CLOTHES
    with_glasses = {"young": 0.2, "middle": 0.35, "elder": 0.6}[age]
    hair = rng.choice([name for name, hair in hairs.items() if age in hair.ages])
    bearded = not is_female and hair != "grey" and rng.random() < 0.35
    return Look(
        is_female=is_female,
        age=age,
        hair=hair,
        clothes=rng.choice(list(clothes)),
        glasses=rng.choice(list(parts.GLASSES)) if rng.random() < with_glasses else "",
        beard=rng.choice(list(parts.BEARDS)) if bearded else "",
        brows=rng.choice(("soft", "straight") if is_female else tuple(parts.BROWS)),
        nose=rng.randrange(len(parts.NOSES)),
        mouth=rng.randrange(2),
        earrings=is_female and rng.random() < 0.4,
    )


def draw(look: Look) -> bytes:
    """The portrait as a PNG of a few colours and a few kilobytes."""
    sheet = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), SHEET)
    put(ImageDraw.Draw(sheet), pieces_of(look), MENTOR, WIDTH * FINE / 200, (ASIDE, 0))
    return png(sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def png(picture: Image.Image) -> bytes:
    """A picture of few tones as a small file."""
    kept = io.BytesIO()
    picture.quantize(48).save(kept, "PNG", optimize=True)
    return kept.getvalue()


def pieces_of(look: Look) -> list[Piece]:
    """What the figure of a person consists of, from the back to the front."""
    hair = (parts.WOMEN if look.is_female else parts.MEN)[look.hair]
    clothes = (parts.WOMENS_CLOTHES if look.is_female else parts.MENS_CLOTHES)[look.clothes]
    beard = parts.BEARDS.get(look.beard, ())
    mouth = () if look.beard == "full" or look.beard == "goatee" else (parts.MOUTHS[look.mouth],)
    return [
        *hair.behind,
        clothes[0],
        parts.NECK,
        parts.CHIN,
        *clothes[1:],
        *(() if look.is_female else parts.EARS),
        parts.FACE,
        *beard,
        *mouth,
        parts.BROWS[look.brows],
        *parts.EYES,
        parts.NOSES[look.nose],
        *(parts.WRINKLES if look.hair == "receding" else ()),
        *hair.before,
        *(parts.EARRINGS if look.earrings else ()),
        *parts.GLASSES.get(look.glasses, ()),
    ]


def put(
    brush: ImageDraw.ImageDraw, pieces: Iterable[Piece], tones: Tones, scale: float, at: tuple[float, float] = (0, 0)
) -> None:
    """Put pieces on a sheet: moved by ``at`` (in units of the pieces), then ``scale`` times larger."""
    for piece in pieces:
        for polygon in polygons(piece.path):
            points = [((x + at[0]) * scale, (y + at[1]) * scale) for x, y in polygon]
            if piece.width:
                _stroke(brush, points, tones[piece.tone], piece.width * scale)
            else:
                brush.polygon(points, fill=tones[piece.tone])


def _stroke(brush: ImageDraw.ImageDraw, points: list[tuple[float, float]], tone: Tone, width: float) -> None:
    """A line with round ends and joints, as a pen draws it."""
    brush.line(points, fill=tone, width=round(width), joint="curve")
    half = width / 2
    for x, y in (points[0], points[-1]):
        brush.ellipse((x - half, y - half, x + half, y + half), fill=tone)
