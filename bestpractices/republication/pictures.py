"""Pictures of copies in the widths that a page needs; made once, kept beside the picture, gone with it."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from bestpractices.republication.documents import PictureBlock
from bestpractices.republication.models import KeptFile

#: Pixels; those of every other picture in a text (``templates/blocks/picture.html``).
WIDTHS = (480, 960)
#: What is made smaller; a moving picture would stand still.
SCALED_TYPES = frozenset({"image/jpeg", "image/png", "image/webp"})
QUALITY = 80


def size_of(file: IO[bytes]) -> tuple[int, int] | None:
    """Width and height in pixels as the picture is seen; None for what is no picture, or far too big for one."""
    try:
        with Image.open(file) as picture:
            turned = picture.getexif().get(0x0112, 1) >= 5  # lies on its side
            return (picture.height, picture.width) if turned else picture.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def widths_of(picture: PictureBlock) -> tuple[int, ...]:
    """The widths in which the picture is offered: none is larger than the picture itself, one there always is."""
    return tuple(width for width in WIDTHS if width < picture.width) or WIDTHS[:1]


def scaled(kept: KeptFile, width: int) -> IO[bytes] | None:
    """The picture in this width as WebP; None where it cannot be made smaller."""
    storage, name = kept.file.storage, scaled_name(kept, width)
    if not storage.exists(name):
        content = _scale(kept, width)
        if content is None:
            return None
        written = storage.save(name, ContentFile(content))
        if written != name:  # somebody else was as quick
            storage.delete(written)
    return storage.open(name, "rb")


def forget_scaled(kept: KeptFile) -> None:
    """Delete every smaller size of the picture."""
    for width in WIDTHS:
        kept.file.storage.delete(scaled_name(kept, width))


def scaled_name(kept: KeptFile, width: int) -> str:
    """Where this size is stored."""
    return f"kept/{kept.sha256}-{width}.webp"


def _scale(kept: KeptFile, width: int) -> bytes | None:
    if kept.content_type not in SCALED_TYPES:
        return None
    try:
        with kept.file.open("rb") as file, Image.open(file) as picture:
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((width, upright.height), Image.Resampling.LANCZOS)
            has_holes = upright.has_transparency_data
            made = BytesIO()
            upright.convert("RGBA" if has_holes else "RGB").save(made, "WEBP", quality=QUALITY)
            return made.getvalue()
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
