"""Tables of a sheet: thin lines between rows, a strong one under the head, which every sheet repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from cms.papers.pdf.inks import INK, LINE, ink
from cms.papers.pdf.pieces import Grid, Said, SignatureLine
from cms.papers.pdf.tags import Tag
from cms.papers.words import Table, TwoVoices, Voice, paragraphs_of, plain_text

if TYPE_CHECKING:
    from cms.papers.pdf.flow import Flow

THIN, STRONG = 0.25 * mm, 0.5 * mm
GAP = 6.0  # points between columns
Command = tuple[Any, ...]


def ruled(rows: Sequence[Sequence[Any]], widths: Sequence[float], more: Sequence[Command] = (), head: int = 0) -> Grid:
    """A table with a thin line under each row; its first ``head`` rows come again on every sheet."""
    style: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, head), (-1, -1), THIN, LINE),
        *more,
    ]
    return Grid([list(row) for row in rows], colWidths=list(widths), repeatRows=head, style=style, splitInRow=1)


def table(flow: Flow, part: Table) -> Iterator[Flowable]:
    """A table of words; a row of one cell spans all columns."""
    columns = len(part.head) or max((len(row) for row in part.rows), default=0)
    if not columns:
        return
    whole = flow.root.inside("Table")
    styles, right = flow.styles, set(part.right)
    rows: list[list[Any]] = []
    more: list[Command] = []
    if part.head:
        tag = whole.inside("TR")
        rows.append(
            [
                flow.said(text, styles.cell_head_right if place in right else styles.cell_head, tag.inside("TH"))
                for place, text in enumerate(part.head)
            ]
        )
        more.append(("LINEBELOW", (0, 0), (-1, 0), STRONG, ink(flow.is_official, INK)))
    for row in part.rows:
        tag, line = whole.inside("TR"), len(rows)
        if len(row) == 1 and columns > 1:
            rows.append([flow.said(row[0], styles.cell_head, tag.inside("TH")), *[""] * (columns - 1)])
            more.append(("SPAN", (0, line), (-1, line)))
            continue
        cells = [*row[:columns], *[""] * (columns - len(row))]
        rows.append(
            [
                flow.said(text, styles.cell_right if place in right else styles.cell, tag.inside("TD"))
                for place, text in enumerate(cells)
            ]
        )
    yield ruled(rows, column_widths(part, columns, flow.width), more, head=1 if part.head else 0)


def column_widths(part: Table, columns: int, width: float) -> list[float]:
    """The widths in points; columns that nothing was said about are equal."""
    shares = [float(share) for share in part.widths] if len(part.widths) == columns else [1.0] * columns
    return [width * share / sum(shares) for share in shares]


def two_voices(flow: Flow, part: TwoVoices) -> Grid:
    """Mentor at the left with a tip to the left, mentee at the right; neither gets more room."""
    styles, half, gutter = flow.styles, flow.width / 2, 6 * mm
    mentor = _voice(flow, part.mentor, f"‹ {part.mentor.name}", styles.mentor_name, styles.mentor)
    mentee = _voice(flow, part.mentee, f"{part.mentee.name} ›", styles.mentee_name, styles.mentee)
    lines = max(len(mentor), len(mentee))
    rows = [[(voice[line] if line < len(voice) else "") for voice in (mentor, mentee)] for line in range(lines)]
    style: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), gutter),
        ("LEFTPADDING", (1, 0), (1, -1), gutter),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
        ("LINEBEFORE", (1, 0), (1, -1), 0.35 * mm, LINE),
    ]
    return Grid(rows, colWidths=[half, half], style=style, splitInRow=1)


def _voice(flow: Flow, voice: Voice, name: str, name_style: Any, style: Any) -> list[Said]:
    tag: Tag = flow.root.inside("Div")
    said = [flow.said(name, name_style, tag.inside("P"))]
    if not plain_text(voice.words).strip():
        return [*said, flow.said(voice.silence or _("Ответа нет."), flow.styles.label, tag.inside("P"))]
    answers = paragraphs_of(voice.words) if isinstance(voice.words, str) else [voice.words]
    return said + [flow.said(answer, style, tag.inside("P")) for answer in answers]


def barred(inner: Sequence[Flowable], width: float, colour: Color) -> Grid:
    """Text behind a thick bar at its left."""
    style: list[Command] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 9),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBEFORE", (0, 0), (0, -1), 1.2 * mm, colour),
    ]
    return Grid([[list(inner)]], colWidths=[width], style=style, splitInRow=1)


def across(left: Said, right: Said, width: float) -> Grid:
    """Two words at the two ends of a line."""
    style: list[Command] = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    return Grid([[left, right]], colWidths=[width / 2, width / 2], style=style)


def signed(post: Said, name: Said | None, width: float) -> Grid:
    """Post, the line to sign on, name."""
    style: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
    ]
    line = SignatureLine(width * 0.24)
    row: list[Any] = [post, line, name or SignatureLine(width * 0.26)]
    return Grid([row], colWidths=[width * 0.44, width * 0.28, width * 0.28], style=style)
