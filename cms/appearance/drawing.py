"""Small drawings that stand in the text: icons, place hexagons, portraits, drawn for both template engines."""

from functools import cache

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SPRITE = "img/icons.svg"
#: More hexagons than this are not counted at a glance, the words beside them are.
MOST_HEXAGONS = 8

TIP_LEFT = "M36 0H200V220H36L0 110Z"
TIP_RIGHT = "M0 0H164L200 110L164 220H0Z"


@cache  # a list shows the same drawing dozens of times
def icon(name: str) -> SafeString:
    """Draw a sign of the sprite; it has no meaning without the words beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>', static(SPRITE), name
    )


@cache
def hexagons(free: int, total: int) -> SafeString:
    """Draw places: filled ones are free and come first, outlined ones are taken; words must follow."""
    total = max(0, min(total, MOST_HEXAGONS))
    free = max(0, min(free, total))
    kinds = ["hex hex-free"] * free + ["hex"] * (total - free)
    return format_html('<span class="hexes">{}</span>', format_html_join("", "{}", ((hexagon(k),) for k in kinds)))


@cache
def hexagon(css_class: str = "hex") -> SafeString:
    """Draw one countable thing; classes ``hex-free``, ``hex-good``, ``hex-warn``, ``hex-ink`` fill it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 14 16" aria-hidden="true"><use href="{}#hex"/></svg>', css_class, static(SPRITE)
    )


def portrait(name: str, voice: str = "mentor") -> SafeString:
    """Draw initials in a block cut by the pencil's tip: to the left for a mentor, to the right for a mentee."""
    is_mentee = voice == "mentee"
    return format_html(
        '<svg class="portrait{}" viewBox="0 0 200 220" aria-hidden="true" focusable="false">'
        '<path d="{}"/><line x1="{}" y1="60" x2="{}" y2="60"/><line x1="{}" y1="160" x2="{}" y2="160"/>'
        '<text x="{}" y="132">{}</text></svg>',
        " portrait-mentee" if is_mentee else "",
        TIP_RIGHT if is_mentee else TIP_LEFT,
        *((0, 164, 0, 164) if is_mentee else (36, 200, 36, 200)),
        86 if is_mentee else 114,
        initials(name),
    )


def initials(name: str) -> str:
    """Return the first letters of the first two words: «Лосева Вера Аркадьевна» gives «ЛВ»."""
    return "".join(word[0].upper() for word in name.replace("-", " ").split()[:2])
