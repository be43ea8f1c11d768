"""Cuts the static TTF files of this folder out of the variable fonts of npm; run by hand when the fonts change.

    npm pack @fontsource-variable/golos-text @fontsource-variable/literata     # and unpack both beside each other
    pip install fonttools brotli
    python cms/papers/fonts/cut.py <folder with golos-text/ and literata/> cms/papers/fonts

The same packages give the same bytes. What both fonts lack and papers need (≥, ≤, →, ←, a no-break hyphen, a narrow
no-break space) is drawn from their own shapes; the Open Font License allows it, neither name is reserved.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fontTools import subset
from fontTools.merge import Merger
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILIES = {"golos": ("golos-text", "Golos Text"), "literata": ("literata", "Literata")}
WEIGHTS = {400: "Regular", 600: "SemiBold"}
PARTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
#: Layout, hinting and vertical setting, which reportlab does not read.
UNUSED = {"GPOS", "GSUB", "GDEF", "STAT", "HVAR", "MVAR", "avar", "DSIG", "gasp", "prep", "fpgm", "cvt "}
UNUSED |= {"vhea", "vmtx"}
SAME_SHAPE = {0x2011: "-", 0x202F: "\u00a0"}
MADE_ON = 3_800_000_000  # seconds since 1904, so that a day of cutting does not change the bytes


def static_part(file: Path, weight: int) -> TTFont:
    """One weight of one of the variable files."""
    font = TTFont(file)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": weight}
    font = instantiateVariableFont(font, axes)
    for table in [table for table in font.keys() if table in UNUSED]:  # noqa: SIM118 – a font is no dict
        del font[table]
    font.flavor = None
    return font


def draw_missing(font: TTFont) -> None:
    """Add the signs that Russian papers use and the font lacks."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    added = {code: cmap[ord(like)] for code, like in SAME_SHAPE.items() if code not in cmap}
    thick = round(font["head"].unitsPerEm * 0.07)
    for code, like in {0x2265: ">", 0x2264: "<"}.items():
        width = font["hmtx"][cmap[ord(like)]][0]
        pen = TTGlyphPen(None)
        glyphs[cmap[ord(like)]].draw(TransformPen(pen, (1, 0, 0, 0.86, 0, round(thick * 2.2))))
        rectangle(pen, round(width * 0.1), 0, round(width * 0.9), thick)
        added[code] = add_glyph(font, f"uni{code:04X}", pen, width)
    em = font["head"].unitsPerEm
    for code, side in {0x2192: 1, 0x2190: -1}.items():
        added[code] = add_glyph(font, f"uni{code:04X}", arrow(em, thick, side), em)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, name in added.items() if code not in table.cmap})


def arrow(em: int, thick: int, side: int) -> Any:
    """A plain arrow, to the right (1) or to the left (-1)."""
    pen, middle, half = TTGlyphPen(None), round(em * 0.28), thick // 2
    edge, neck, tail = (0.92, 0.62, 0.08) if side > 0 else (0.08, 0.38, 0.92)
    left, right = sorted((round(em * neck), round(em * tail)))
    rectangle(pen, left, middle - half, right, middle + half)
    points = [(neck, 0.12), (edge, 0.28), (neck, 0.44)]
    start, *rest = [(round(em * x), round(em * y)) for x, y in points]
    pen.moveTo(start)
    for point in rest:
        pen.lineTo(point)
    pen.closePath()
    return pen


def rectangle(pen: Any, left: int, bottom: int, right: int, top: int) -> None:
    pen.moveTo((left, bottom))
    for point in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(point)
    pen.closePath()


def add_glyph(font: TTFont, name: str, pen: Any, width: int) -> str:
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    font.setGlyphOrder(font["glyf"].glyphOrder)
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    return name


def rename(font: TTFont, family: str, weight: int) -> None:
    style = WEIGHTS[weight]
    words = {1: family if weight == 400 else f"{family} {style}", 2: "Regular", 4: f"{family} {style}"}
    words[6] = f"{family.replace(' ', '')}-{style}"
    for record in font["name"].names:
        record.string = words.get(record.nameID, str(record))
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = MADE_ON
    font.recalcTimestamp = False


def is_wanted(code: int) -> bool:
    """Latin, Cyrillic, punctuation and signs."""
    return code < 0x250 or 0x400 <= code < 0x500 or 0x2000 <= code < 0x2300


def cut(source: Path, target: Path) -> None:
    """Write the four files."""
    for short, (package, family) in FAMILIES.items():
        for weight in WEIGHTS:
            with TemporaryDirectory() as folder:
                files = []
                for part in PARTS:
                    files.append(str(Path(folder) / f"{part}.ttf"))
                    variable = source / package / "files" / f"{package}-{part}-wght-normal.woff2"
                    static_part(variable, weight).save(files[-1])
                font = Merger().merge(files)
            draw_missing(font)
            options = subset.Options()
            options.hinting, options.glyph_names, options.name_IDs = False, False, ["*"]
            letters = subset.Subsetter(options)
            letters.populate(unicodes=list(filter(is_wanted, font.getBestCmap())))
            letters.subset(font)
            rename(font, family, weight)
            font.save(target / f"{short}-{weight}.ttf")


if __name__ == "__main__":
    cut(Path(sys.argv[1]), Path(sys.argv[2]))
