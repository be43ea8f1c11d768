"""What stands on every sheet: head with the mark and the two-colour line, foot with source, checksum and number."""

from __future__ import annotations

from django.utils.translation import gettext as _
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph

from cms.papers.pdf import fonts, inks
from cms.papers.pdf.inline import printable
from cms.papers.pdf.styles import Styles
from cms.papers.pdf.tags import TaggedCanvas
from cms.papers.text import foot_lines
from cms.papers.words import Paper, Style

#: The mark as it stands in templates/components/mark.html: 124 × 42.
MARK_WIDTH, MARK_HEIGHT = 12 * mm, 12 * mm * 42 / 124
#: Half of the pencil, from its middle to the tip at the left, and the wood that the sharpener has bared.
LEAD_EDGE = [(-61.0, 0.0), (-28.0, 19.0), (0.0, 19.0), (0.0, -19.0), (-28.0, -19.0)]
_SCALLOPS = [(-27.5, 16.6), (-24.0, 11.0), (-27.5, 5.5), (-24.0, 0.0), (-27.5, -5.5), (-24.0, -11.0), (-27.5, -16.6)]
WOOD_EDGE = [(-46.5, 6.0), *_SCALLOPS, (-46.5, -6.0)]
NUMBER_WIDTH = 28 * mm


class Sheet:
    """Draws head and foot; knows how high the foot will be before anything is set."""

    def __init__(self, paper: Paper, styles: Styles) -> None:
        self.paper = paper
        self.is_official = paper.style is Style.OFFICIAL
        self.fields = inks.OFFICIAL_FIELDS if self.is_official else inks.DUET_FIELDS
        self._foot = Paragraph("<br/>".join(printable(line) for line in foot_lines(paper)), styles.foot)
        self._foot_height = self._foot.wrap(self.fields.width - NUMBER_WIDTH, inks.HEIGHT)[1]
        self._size = styles.foot.fontSize

    @property
    def bottom(self) -> float:
        """Where the text ends, from the lower edge in points."""
        if self.is_official:
            return max(self.fields.bottom, 6 * mm + self._foot_height + 4 * mm)
        return self.fields.bottom + self._foot_height + 6 * mm

    def draw(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        """Draw both; ornament for a screen reader, which has title and pages from the file itself."""
        canvas.saveState()
        with canvas.drawing(None):
            if not self.is_official:
                self._draw_head(canvas)
            self._draw_foot(canvas, number, total)
        canvas.restoreState()

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        left, right = self.fields.left, inks.WIDTH - self.fields.right
        base = inks.HEIGHT - self.fields.top - 6 * mm
        draw_mark(canvas, left, base - 0.6 * mm)
        canvas.setFillColor(inks.INK)
        canvas.setFont(fonts.SERIF_BOLD, 14)
        canvas.drawString(left + MARK_WIDTH + 3 * mm, base, "Дуэт")
        canvas.setFont(fonts.SANS, 9.5)
        canvas.setFillColor(inks.INK_2)
        canvas.drawRightString(right, base, self.paper.bank)
        middle, line = (left + right) / 2, base - 4.4 * mm
        for colour, start, end in ((inks.BLUE, left, middle), (inks.RED, middle, right)):
            canvas.setFillColor(colour)
            canvas.rect(start, line, end - start, 0.8 * mm, stroke=0, fill=1)

    def _draw_foot(self, canvas: TaggedCanvas, number: int, total: int) -> None:
        right = inks.WIDTH - self.fields.right
        low = 6 * mm if self.is_official else self.fields.bottom - 4 * mm
        top = low + self._foot_height
        canvas.setStrokeColor(inks.LINE)
        canvas.setLineWidth(0.25 * mm)
        canvas.line(self.fields.left, top + 2 * mm, right, top + 2 * mm)
        self._foot.drawOn(canvas, self.fields.left, low)
        canvas.setFont(self._foot.style.fontName, self._size)
        canvas.setFillColor(self._foot.style.textColor)
        words = _("Лист %(number)d из %(total)d") % {"number": number, "total": total}
        canvas.drawRightString(right, top - self._size, words)


def draw_mark(canvas: TaggedCanvas, left: float, bottom: float) -> None:
    """The pencil sharpened at both ends, blue and red."""
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(MARK_WIDTH / 124, MARK_HEIGHT / 42)
    for colour, side in ((inks.BLUE, 1), (inks.RED, -1)):
        canvas.saveState()
        canvas.translate(62, 21)
        canvas.scale(side, 1)
        canvas.setFillColor(colour)
        _fill(canvas, LEAD_EDGE)
        canvas.setFillColor(inks.WOOD)
        _fill(canvas, WOOD_EDGE)
        canvas.restoreState()
    canvas.setStrokeColor(inks.WOOD)
    canvas.setLineWidth(1.6)
    canvas.lines([(38, 26.5, 86, 26.5), (38, 15.5, 86, 15.5)])
    canvas.restoreState()


def _fill(canvas: TaggedCanvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
