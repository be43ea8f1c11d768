"""The parts that a portrait is put together from, on a sheet of 200 by 220."""

from __future__ import annotations

from dataclasses import dataclass, field

#: A part is a tone and a path; a stroke has a width.
INK, PAPER, SHADE = "ink", "paper", "shade"


@dataclass(frozen=True, slots=True)
class Piece:
    """An area in a tone, or a line of a width."""

    tone: str
    path: str
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Hair:
    """Hair behind and before the face; for women, men, and the ages (young, middle, elder) that wear it so."""

    behind: tuple[Piece, ...] = ()
    before: tuple[Piece, ...] = ()
    ages: frozenset[str] = field(default_factory=lambda: frozenset({"young", "middle", "elder"}))


def ink(path: str) -> Piece:
    return Piece(INK, path)


def paper(path: str) -> Piece:
    return Piece(PAPER, path)


def shade(path: str) -> Piece:
    return Piece(SHADE, path)


def line(path: str, width: float = 3.0, tone: str = INK) -> Piece:
    return Piece(tone, path, width)


def circle(x: float, y: float, r: float) -> str:
    """A circle as a path of four curves."""
    k = r * 0.5523
    return (
        f"M{x - r} {y} C{x - r} {y - k} {x - k} {y - r} {x} {y - r} C{x + k} {y - r} {x + r} {y - k} {x + r} {y} "
        f"C{x + r} {y + k} {x + k} {y + r} {x} {y + r} C{x - k} {y + r} {x - r} {y + k} {x - r} {y} Z"
    )


NOT_ELDER = frozenset({"young", "middle"})
NOT_YOUNG = frozenset({"middle", "elder"})
YOUNG = frozenset({"young"})
ELDER = frozenset({"elder"})

FACE = paper("M66 84c0-30 14-44 34-44s34 14 34 44c0 34-14 60-34 60S66 118 66 84Z")
EARS = (paper(circle(66, 96, 7)), paper(circle(134, 96, 7)))
NECK = paper("M84 130h32v32c0 12-32 12-32 0Z")
CHIN = shade("M84 140c10 8 22 8 32 0v6c-10 8-22 8-32 0Z")

WOMEN: dict[str, Hair] = {
    "bun": Hair(
        (ink(circle(118, 25, 17)), ink("M60 100c-6-52 12-72 40-72s46 20 40 72v10H60Z")),
        (ink("M63 92c0-28 14-42 26-48 12 16 32 22 48 42 0-36-14-52-37-52S61 54 63 92Z"),),
    ),
    "bob": Hair(
        (ink("M54 140c-6-74 8-112 46-112s52 38 46 112c-10 2-18 0-22-4H76c-4 4-12 6-22 4Z"),),
        (ink("M64 88c18-4 32-14 40-30 6 16 18 26 32 28 0-34-12-50-36-50S62 54 64 88Z"),),
    ),
    "long": Hair(
        (
            ink(
                "M48 186c6-40-2-66 4-106 4-36 20-52 48-52s44 16 48 52c6 40-2 66 4 "
                "106-16 4-28 0-32-10H80c-4 10-16 14-32 10Z"
            ),
        ),
        (ink("M64 92c2-22 14-38 36-48 22 10 34 26 36 48 2-40-12-60-36-60S62 52 64 92Z"),),
        NOT_ELDER,
    ),
    "curls": Hair(
        (
            ink(
                "M52 132c-10-8-9-20-2-27-9-8-7-20 2-27-4-13 4-23 14-25 2-13 15-19 "
                "25-14 6-10 22-10 28 0 10-5 21 4 21 14 12 "
                "2 17 14 12 25 9 7 9 19 2 27 7 8 6 20-4 27Z"
            ),
        ),
        (
            ink(
                "M65 84c3-8 9-9 12-17 8 2 13-2 17-8 6 4 13 4 17 0 3 6 8 8 12 8 3 8 8 9 "
                "12 17 2-32-12-50-35-50S63 52 65 84Z"
            ),
        ),
    ),
    "short": Hair(
        (ink("M60 110c-8-50 8-82 42-82s48 28 40 82l-8 4H68Z"),),
        (ink("M63 90c2-16 8-26 18-32 16 4 34 2 46-6 6 10 10 22 10 38 6-40-10-58-36-58S58 52 63 90Z"),),
        NOT_YOUNG,
    ),
    "fringe": Hair(
        (ink("M56 156c-8-80 8-128 44-128s52 48 44 128c-8 2-14 0-18-4H74c-4 4-10 6-18 4Z"),),
        (ink("M63 82c24 6 50 6 74 0 2-32-12-48-37-48S61 50 63 82Z"),),
        NOT_ELDER,
    ),
    "braid": Hair(
        (
            ink("M60 104c-6-52 12-76 40-76s46 24 40 76v8H60Z"),
            ink("M128 112c14 8 18 18 12 28 8 8 8 18 0 26 6 8 6 18-2 28l-12-2c2-10 0-18-6-26 4-8 2-18-4-26Z"),
        ),
        (ink("M64 90c4-20 16-34 34-44 20 10 34 24 38 44 2-38-12-58-36-58S62 52 64 90Z"),),
        YOUNG,
    ),
    "wave": Hair(
        (
            ink(
                "M56 128c-12-20 0-30-2-44-2-36 18-56 46-56s50 20 46 56c-2 14 10 24-2 "
                "44-6 8-16 8-22 2H78c-6 6-16 6-22-2Z"
            ),
        ),
        (ink("M64 88c6-4 10-12 12-22 18 6 38 2 46-12 8 8 14 20 14 34 4-38-12-56-36-56S60 52 64 88Z"),),
        NOT_YOUNG,
    ),
}

MEN: dict[str, Hair] = {
    "short": Hair(
        (),
        (ink("M62 92c-6-42 12-64 40-64 24 0 40 20 36 64l-5 2c0-16-3-26-9-34-16 6-36 4-48-4-6 10-9 22-9 38Z"),),
    ),
    "parting": Hair(
        (),
        (ink("M62 92c-6-40 6-62 30-66 28-4 52 14 46 66l-5 2c0-20-4-32-13-42-16 8-32 8-40 2-8 8-13 20-13 40Z"),),
    ),
    "crew": Hair(
        (), (ink("M63 88c-3-38 12-56 37-56s40 18 37 56l-4 2c-1-16-5-24-12-30-12-5-30-5-42 0-7 6-11 14-12 30Z"),)
    ),
    "waves": Hair(
        (),
        (
            ink(
                "M62 92c-8-30-2-42 8-48 2-12 16-18 26-14 10-8 28-4 32 8 12 4 16 22 10 "
                "54l-5 2c0-14-2-22-8-30-8 4-14 2-18-4-8 "
                "6-16 6-22 0-8 4-16 12-18 34Z"
            ),
        ),
        NOT_ELDER,
    ),
    "receding": Hair(
        (paper("M65 90c-4-40 10-56 35-56s39 16 35 56Z"),),
        (
            ink("M62 102c-6-22-4-38 8-50-3 10-4 20-4 28l-1 22Z"),
            ink("M138 102c6-22 4-38-8-50 3 10 4 20 4 28l1 22Z"),
        ),
        NOT_YOUNG,
    ),
    "grey": Hair(
        (paper("M62 92c-6-42 12-64 38-64s44 22 38 64Z"),),
        (
            line(
                "M65 92c-4-40 12-60 36-60s38 20 34 60M71 66q12-16 26-20M82 62q12-12 "
                "28-14M98 56q14-4 24 4M114 60q12 4 16 16",
                3,
            ),
        ),
        ELDER,
    ),
}

BROWS = {
    "soft": line("M78 81q7-5 14 0M108 81q7-5 14 0"),
    "straight": line("M78 80l14-2M108 78l14 2"),
    "thick": line("M77 81q8-6 16-1M107 80q8-5 16 1", 4.5),
}
EYES = (ink(circle(86, 92, 2.9)), ink(circle(114, 92, 2.9)))
NOSES = (line("M101 94l-4 16q4 3 8 1"), line("M100 94v15q-3 3-5 1"), line("M99 93q4 10 6 15-3 3-7 2"))
MOUTHS = (line("M88 124q12 10 24 0"), line("M90 125q10 6 20-1"), paper("M88 122q12 3 24 0-4 11-12 11t-12-11Z"))
WRINKLES = (line("M82 60q18-5 36 0M86 68q14-4 28 0", 2),)
GLASSES = {
    "round": (line(circle(85, 93, 13)), line(circle(115, 93, 13)), line("M98 91q2-2 4 0M72 90l-7-3M128 90l7-3")),
    "square": (
        line("M72 84h24l-1 14q-11 6-22 0ZM104 84h24l-1 14q-11 6-22 0Z"),
        line("M72 84h24l-1 14q-11 6-22 0L72 84M104 84h24l-1 14q-11 6-22 0L104 84M96 88q4-3 8 0M72 86l-7-2M128 86l7-2"),
    ),
}
BEARDS: dict[str, tuple[Piece, ...]] = {
    "full": (
        ink("M66 98c0 38 14 56 34 56s34-18 34-56c-5 12-11 17-19 15-9-4-21-4-30 0-8 2-14-3-19-15Z"),
        paper("M88 122q12 8 24 0l-3 5q-9 5-18 0Z"),
    ),
    "moustache": (ink("M86 118q14-10 28 0l4 7q-9-1-18-4-9 3-18 4Z"),),
    "goatee": (ink("M88 116q12-6 24 0l6 14q-2 18-18 18t-18-18Z"), paper("M90 122q10 6 20 0l-3 5q-7 4-14 0Z")),
}
EARRINGS = (ink(circle(66, 110, 3)), ink(circle(134, 110, 3)))

SHOULDERS = "M18 220c2-34 20-54 56-60h52c36 6 54 26 56 60Z"
WOMENS_CLOTHES: dict[str, tuple[Piece, ...]] = {
    "collar": (ink(SHOULDERS), paper("M84 158l16 26 16-26 12 4-16 34-12-12-12 12-16-34Z")),
    "round": (ink(SHOULDERS), paper("M78 160c6 16 14 22 22 22s16-6 22-22Z")),
    "beads": (
        ink(SHOULDERS),
        paper("M78 160c6 20 14 28 22 28s16-8 22-28Z"),
        *(
            ink(circle(x, y, 2.6))
            for x, y in ((82, 166), (86, 173), (92, 178), (100, 180), (108, 178), (114, 173), (118, 166))
        ),
    ),
    "jacket": (
        ink(SHOULDERS),
        paper("M82 159l18 50 18-50Z"),
        shade("M82 159l-10 6 10 30 18 14ZM118 159l10 6-10 30-18 14Z"),
    ),
    "scarf": (ink(SHOULDERS), shade("M76 158c8 12 40 12 48 0l8 12c-10 18-54 18-64 0ZM98 180l20-4 10 34-16 2Z")),
}
MENS_CLOTHES: dict[str, tuple[Piece, ...]] = {
    "shirt": (ink(SHOULDERS), paper("M82 158l18 22 18-22 10 6-18 24-10-8-10 8-18-24Z")),
    "tie": (
        ink(SHOULDERS),
        paper("M82 159l18 54 18-54Z"),
        ink("M94 172h12l-3 9 6 30-9 9-9-9 6-30Z"),
        shade("M82 158l-10 7 16 22 12-10ZM118 158l10 7-16 22-12-10Z"),
    ),
    "jumper": (
        ink(SHOULDERS),
        paper("M80 160c6 14 12 18 20 18s14-4 20-18Z"),
        line("M74 164c8 16 16 24 26 24s18-8 26-24", 3, SHADE),
    ),
    "polo": (ink(SHOULDERS), shade("M82 158l18 18 18-18 8 6-20 26h-12l-20-26ZM96 190h8v18h-8Z")),
    "zip": (ink(SHOULDERS), paper("M82 158q18 20 36 0v6q-18 22-36 0Z"), line("M100 178v42", 3, SHADE)),
}
