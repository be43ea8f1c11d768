"""Illustrations of the same hand: people at work together, for the pages of the demo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from demo.portraits.drawing import FINE, MENTEE, MENTOR, Look, Tones, pieces_of, png, put
from demo.portraits.parts import Piece, circle, ink, line, paper, shade

#: Pixels of a picture; its own units are 320 by 180.
WIDTH, HEIGHT = 1200, 675
UNIT = WIDTH * FINE / 320
PAPER, BLUE, RED = (247, 247, 243), (229, 234, 247), (250, 231, 223)

VERA = Look(True, "elder", "bun", "collar", glasses="round")
ILYA = Look(False, "young", "short", "shirt", nose=1)
ANNA = Look(True, "young", "braid", "round", nose=1)
PETR = Look(False, "elder", "grey", "tie", glasses="square")
MARINA = Look(True, "middle", "bob", "jacket", mouth=1)
TIMUR = Look(False, "middle", "waves", "polo", brows="thick")

_Draw = Callable[[ImageDraw.ImageDraw], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture and its words for those who do not see it."""

    name: str
    words: str
    draw: _Draw


def paint(scene: Scene) -> bytes:
    """The illustration as a PNG."""
    sheet = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), PAPER)
    scene.draw(ImageDraw.Draw(sheet))
    return png(sheet.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS))


def _things(brush: ImageDraw.ImageDraw, tones: Tones, *pieces: Piece) -> None:
    put(brush, pieces, tones, UNIT)


def _area(brush: ImageDraw.ImageDraw, tone: tuple[int, int, int], path: str) -> None:
    put(brush, (ink(path),), {"ink": tone}, UNIT)


def _people(brush: ImageDraw.ImageDraw, height: float, people: Iterable[tuple[Look, Tones, float]]) -> None:
    """Busts of a height that stand on the lower edge, each around its middle."""
    scale = height / 220
    for look, tones, middle in people:
        put(brush, pieces_of(look), tones, UNIT * scale, (middle / scale - 100, 180 / scale - 220))


def _pair(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, BLUE, "M60 0H158V180H60L20 90Z")
    _area(brush, RED, "M162 0H260L300 90L260 180H162Z")
    _people(brush, 165, ((VERA, MENTOR, 96), (ILYA, MENTEE, 224)))


def _board(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, BLUE, "M0 0H320V180H0Z")
    _things(
        brush,
        MENTOR,
        ink("M40 22H232V136H40Z"),
        line("M60 112L104 48L148 112L60 112M104 48V112", 2.4, "paper"),
        line("M168 52H212M168 68H200M168 84H208M168 100H190", 2.4, "paper"),
        shade("M36 136H236V142H36Z"),
    )
    _people(brush, 150, ((ANNA, MENTEE, 258),))


def _meeting(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, BLUE, "M0 0H320V180H0Z")
    people = ((MARINA, MENTOR, 48), (ILYA, MENTEE, 122), (PETR, MENTOR, 198), (ANNA, MENTEE, 272))
    _people(brush, 146, people)
    _area(brush, PAPER, "M0 162H320V180H0Z")
    _things(
        brush, MENTOR, ink("M0 160H320V163H0Z"), shade("M70 166H104V172H70ZM150 166H184V172H150ZM226 166H260V172H226Z")
    )


def _bus(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, BLUE, "M0 0H320V180H0Z")
    _area(brush, (200, 210, 236), "M0 128C50 84 100 84 150 112C200 76 260 80 320 120V180H0Z")
    _area(brush, PAPER, "M0 152H320V180H0Z")
    windows = "".join(f"M{x} 72H{x + 34}V104H{x}Z" for x in (70, 112, 154, 196))
    _things(
        brush,
        MENTOR,
        ink("M62 58H250C262 58 268 66 268 78L274 112V152H52V70C52 62 56 58 62 58Z"),
        paper(windows + "M240 72H256L262 104H240Z"),
    )
    for look, tones, middle in ((VERA, MENTOR, 87), (ILYA, MENTEE, 129), (TIMUR, MENTOR, 171), (ANNA, MENTEE, 213)):
        # As much of a person as a window shows, cut at its lower edge by the side of the bus.
        put(brush, pieces_of(look), tones, UNIT * 0.2, (middle / 0.2 - 100, 74 / 0.2))
    _things(brush, MENTOR, ink("M52 104H274V152H52Z"), line("M58 120H268", 2.4, "shade"))
    for x in (92, 226):
        _things(brush, MENTOR, ink(circle(x, 152, 16)), paper(circle(x, 152, 6)))


def _works(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, RED, "M0 0H320V180H0Z")
    cells = ((58, 40, 30), (110, 70, 30), (58, 100, 30), (292, 34, 26))
    for number, (x, y, r) in enumerate(cells):
        half, flank = r * 0.5, r * 0.866
        cell = f"M{x} {y - r}L{x + flank} {y - half}V{y + half}L{x} {y + r}L{x - flank} {y + half}V{y - half}Z"
        _things(brush, MENTEE if number % 2 else MENTOR, ink(cell), paper(circle(x, y, r * 0.42)))
    _people(brush, 150, ((TIMUR, MENTOR, 150), (ILYA, MENTEE, 236)))


def _school(brush: ImageDraw.ImageDraw) -> None:
    _area(brush, BLUE, "M0 0H320V180H0Z")
    _area(brush, (200, 210, 236), "M0 140H320V180H0Z")
    windows = "".join(f"M{x} {y}H{x + 18}V{y + 22}H{x}Z" for y in (66, 102) for x in (60, 88, 214, 242))
    _things(
        brush,
        MENTOR,
        ink("M44 52H130V140H44ZM190 52H276V140H190ZM122 34H198V140H122Z"),
        ink("M112 36L160 8L208 36Z"),
        paper(windows + "M146 100H174V140H146Z" + circle(160, 62, 13)),
        line("M160 54V62L166 66", 2.4),
    )
    trees = (18, 302)
    _things(
        brush,
        MENTEE,
        *(ink(circle(x, 108, 16)) for x in trees),
        *(ink(f"M{x - 2} 118H{x + 2}V142H{x - 2}Z") for x in trees),
    )


SCENES = {
    scene.name: scene
    for scene in (
        Scene("pair", "Рисунок: наставница в очках и молодой учитель рядом", _pair),
        Scene("board", "Рисунок: молодая учительница у доски с чертежом", _board),
        Scene("meeting", "Рисунок: четверо педагогов за одним столом", _meeting),
        Scene("bus", "Рисунок: автобус с учителями едет мимо холмов", _bus),
        Scene("works", "Рисунок: наставник с производства и ученик, вокруг гайки", _works),
        Scene("school", "Рисунок: школа с часами и деревьями по сторонам", _school),
    )
}
