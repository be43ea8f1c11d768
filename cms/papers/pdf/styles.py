"""The sizes and weights of text, for both looks; sizes in points."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from cms.papers.pdf import fonts, inks


@dataclass(frozen=True)
class Styles:
    """How each kind of text of one look is set."""

    title: ParagraphStyle
    subtitle: ParagraphStyle
    headings: tuple[ParagraphStyle, ParagraphStyle, ParagraphStyle]
    body: ParagraphStyle
    numbered: ParagraphStyle
    item: ParagraphStyle
    remark: ParagraphStyle
    cell: ParagraphStyle
    cell_right: ParagraphStyle
    cell_head: ParagraphStyle
    cell_head_right: ParagraphStyle
    label: ParagraphStyle
    centred: ParagraphStyle
    kind: ParagraphStyle
    approval: ParagraphStyle
    mentor_name: ParagraphStyle
    mentor: ParagraphStyle
    mentee_name: ParagraphStyle
    mentee: ParagraphStyle
    foot: ParagraphStyle


def _style(name: str, font: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        bulletFontSize=size,
        leading=leading,
        textColor=more.pop("ink", inks.INK),
        **more,
    )


def spread(look: Styles, by: float) -> Styles:
    """The look with lines and paragraphs ``by`` times as far from each other; letters and the foot stay as they are."""
    if by == 1:
        return look

    def moved(style: ParagraphStyle) -> ParagraphStyle:
        wider = {name: getattr(style, name) * by for name in ("leading", "spaceBefore", "spaceAfter")}
        return ParagraphStyle(style.name, style, **wider)

    parts = {part.name: getattr(look, part.name) for part in fields(look)}
    foot, headings = parts.pop("foot"), parts.pop("headings")
    return Styles(foot=foot, headings=tuple(map(moved, headings)), **{name: moved(one) for name, one in parts.items()})


def duet() -> Styles:
    """Mark and two colours: Literata for headings and the mentor, Golos for the rest."""
    body = _style("body", fonts.SANS, 10.5, 15, spaceAfter=5)
    cell = _style("cell", fonts.SANS, 10, 13.5)
    head = _style("cell-head", fonts.SANS_BOLD, 10, 13.5, ink=inks.INK_2)
    name = _style("voice", fonts.SANS_BOLD, 10.5, 15, spaceAfter=3)
    return Styles(
        title=_style("title", fonts.SERIF_BOLD, 26, 30, spaceAfter=5),
        subtitle=_style("subtitle", fonts.SANS, 12.5, 17, ink=inks.INK_2, spaceAfter=8),
        headings=(
            _style("heading-1", fonts.SERIF_BOLD, 18, 22, spaceBefore=16, spaceAfter=7, keepWithNext=1),
            _style("heading-2", fonts.SERIF_BOLD, 13.5, 18, spaceBefore=13, spaceAfter=4, keepWithNext=1),
            _style("heading-3", fonts.SANS_BOLD, 10.5, 15, spaceBefore=8, spaceAfter=2, keepWithNext=1),
        ),
        body=body,
        numbered=_style("numbered", fonts.SANS, 10.5, 15, spaceAfter=4),
        item=_style("item", fonts.SANS, 10.5, 15, leftIndent=12, bulletIndent=1, spaceAfter=3),
        remark=_style("remark", fonts.SANS, 10.5, 15),
        cell=cell,
        cell_right=ParagraphStyle("cell-right", cell, alignment=TA_RIGHT),
        cell_head=head,
        cell_head_right=ParagraphStyle("cell-head-right", head, alignment=TA_RIGHT),
        label=_style("label", fonts.SANS, 10, 13.5, ink=inks.INK_2),
        centred=ParagraphStyle("centred", body, alignment=TA_CENTER),
        kind=_style("kind", fonts.SERIF_BOLD, 13.5, 18, alignment=TA_CENTER, spaceBefore=6, spaceAfter=6),
        approval=ParagraphStyle("approval", body, spaceAfter=0),
        mentor_name=ParagraphStyle("mentor-name", name, textColor=inks.BLUE),
        mentor=_style("mentor", fonts.SERIF, 11, 15.5, spaceAfter=4),
        mentee_name=ParagraphStyle("mentee-name", name, textColor=inks.RED),
        mentee=_style("mentee", fonts.SANS, 10.5, 15.5, spaceAfter=4),
        foot=_style("foot", fonts.SANS, 8.5, 12, ink=inks.INK_2),
    )


def official() -> Styles:
    """Orders and forms: Literata 14 pt, one and a half lines, black."""
    body = _style("body", fonts.SERIF, 14, 21, ink=black, alignment=TA_JUSTIFY, firstLineIndent=12.5 * mm)
    plain = ParagraphStyle("plain", body, firstLineIndent=0, alignment=0)
    bold = ParagraphStyle("bold", plain, fontName=fonts.SERIF_BOLD)
    heading = ParagraphStyle("heading", bold, alignment=TA_CENTER, spaceBefore=12, spaceAfter=6, keepWithNext=1)
    cell = ParagraphStyle("cell", plain, fontSize=11, leading=14.5)
    head = ParagraphStyle("cell-head", cell, fontName=fonts.SERIF_BOLD)
    return Styles(
        title=ParagraphStyle("title", bold, leading=18, spaceBefore=10, spaceAfter=16, alignment=TA_CENTER),
        subtitle=ParagraphStyle("subtitle", plain, alignment=TA_CENTER, spaceAfter=8),
        headings=(heading, heading, ParagraphStyle("heading-3", bold, spaceBefore=6, keepWithNext=1)),
        body=body,
        numbered=body,
        item=ParagraphStyle("item", body, firstLineIndent=0, leftIndent=12.5 * mm, bulletIndent=7 * mm),
        remark=body,
        cell=cell,
        cell_right=ParagraphStyle("cell-right", cell, alignment=TA_RIGHT),
        cell_head=head,
        cell_head_right=ParagraphStyle("cell-head-right", head, alignment=TA_RIGHT),
        label=ParagraphStyle("label", plain, fontSize=12, leading=16),
        centred=ParagraphStyle("centred", plain, alignment=TA_CENTER, leading=18),
        kind=ParagraphStyle("kind", bold, alignment=TA_CENTER, spaceBefore=14, spaceAfter=10),
        approval=ParagraphStyle("approval", plain, leading=17),
        mentor_name=bold,
        mentor=ParagraphStyle("mentor", plain, leading=18),
        mentee_name=bold,
        mentee=ParagraphStyle("mentee", plain, leading=18),
        foot=_style("foot", fonts.SERIF, 8.5, 11, ink=black),
    )
