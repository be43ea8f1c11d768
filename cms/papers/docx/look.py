"""Fonts, fields and fields of numbers of a DOCX; its fonts are those that every office has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

BLACK = RGBColor(0, 0, 0)


@dataclass(frozen=True)
class Look:
    """Font names, the size of text in points and the space between lines."""

    serif: str
    sans: str
    size: float
    leading: float
    fields: tuple[int, int, int, int]  # left, right, top, bottom, mm


DUET = Look("Georgia", "Arial", 10.5, 1.3, (20, 15, 20, 20))
OFFICIAL = Look("Times New Roman", "Times New Roman", 14, 1.5, (20, 10, 20, 20))
HEADING_SIZES = {1: 16.0, 2: 13.5, 3: 11.0}


def dress(document: Document, look: Look, is_official: bool) -> None:
    """Give the document its A4 sheet, its fonts and its headings; the language is Russian."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    left, right, top, bottom = look.fields
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    normal: Any = document.styles["Normal"]
    set_font(normal, look.sans, look.size)
    normal.paragraph_format.line_spacing = look.leading
    normal.paragraph_format.space_after = Pt(0 if is_official else 5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    normal.element.get_or_add_rPr().append(language)
    for name, size in {"Title": 22.0, **{f"Heading {level}": size for level, size in HEADING_SIZES.items()}}.items():
        style: Any = document.styles[name]
        set_font(style, look.serif, look.size if is_official else size)
        style.font.bold, style.font.color.rgb = True, BLACK
        for border in style.element.findall(".//" + qn("w:pBdr")):
            border.getparent().remove(border)
    small: Any = document.styles.add_style("Duet Small", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = normal
    small.font.size, small.paragraph_format.line_spacing = Pt(8.5), 1.1


def set_font(style: Any, name: str, size: float) -> None:
    """Name the font for Cyrillic and Latin alike: a theme must not choose another."""
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def add_field(paragraph: Any, code: str) -> None:
    """A number that the office program counts: ``PAGE``, ``NUMPAGES``."""
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = code
        run._r.append(mark)
