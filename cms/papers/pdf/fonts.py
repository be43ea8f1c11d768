"""The two fonts of the site in static cuts, which every PDF carries inside."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parent.parent / "fonts"
SANS, SANS_BOLD = "Golos", "Golos-SemiBold"
SERIF, SERIF_BOLD = "Literata", "Literata-SemiBold"
FILES = {
    SANS: "golos-400.ttf",
    SANS_BOLD: "golos-600.ttf",
    SERIF: "literata-400.ttf",
    SERIF_BOLD: "literata-600.ttf",
}

#: reportlab keeps the letters of a document in the font itself: one PDF at a time is written in a process.
WRITING = Lock()


@cache
def register_fonts() -> None:
    """Make the fonts known to reportlab; there are no italics in «Дуэт»."""
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, FOLDER / file))
    for plain, bold in ((SANS, SANS_BOLD), (SERIF, SERIF_BOLD)):
        pdfmetrics.registerFontFamily(plain, normal=plain, bold=bold, italic=plain, boldItalic=bold)
