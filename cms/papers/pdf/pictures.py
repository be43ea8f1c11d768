"""Pictures on a PDF sheet: fitted into the line, with words for a reader who does not see them."""

from __future__ import annotations

from io import BytesIO

from PIL import UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Image

from cms.papers.pdf.tags import Tag

#: How much of a line a picture takes at most, and its greatest height in points.
SHARE, TALLEST = 0.75, 330.0


class Drawn(Image):
    """A picture that knows its place in the structure of the document."""

    tag: Tag

    def draw(self) -> None:
        with self.canv.drawing(self.tag):
            super().draw()


def drawn(content: bytes, line: float, root: Tag, alt: str) -> Drawn | None:
    """The picture at the left of a line that is ``line`` points long; None where the bytes are no picture."""
    try:
        width, height = ImageReader(BytesIO(content)).getSize()
    except (UnidentifiedImageError, OSError):
        return None
    scale = min(line * SHARE / width, TALLEST / height)
    picture = Drawn(BytesIO(content), width * scale, height * scale, hAlign="LEFT")
    picture.tag = root.inside("Figure")
    picture.tag.alt = alt
    return picture
