"""Pictures without what a camera and a program write into them: the place, the owner, the device, the hour."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.db.models.signals import pre_save
from PIL import Image as Picture
from PIL import UnidentifiedImageError
from wagtail.images import get_image_model
from wagtail.utils.file import hash_filelike

_ORIENTATION = 0x0112
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_TOLD = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
_WEBP_TOLD = frozenset({b"EXIF", b"XMP "})
#: EXIF and XMP bits of the extended header of WebP.
_WEBP_FLAGS = 0x08 | 0x04
#: Segments of a JPEG that hold no picture: APP1 (EXIF, XMP), APP3 to APP13 and APP15, comments. APP0 is the header,
#: APP2 the colours, APP14 how they are written.
_JPEG_TOLD = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})


def without_metadata(content: bytes) -> bytes:
    """The same picture, dot for dot, without its metadata; which side is up stays. Other files are given back as is."""
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(_PNG):
        return _png(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    return content


def _jpeg(content: bytes) -> bytes:
    kept, at = [content[:2], _side_up(content)], 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xDA:  # the picture itself, to the end
            end = content.rfind(b"\xff\xd9")
            return b"".join([*kept, content[at : end + 2 if end > at else len(content)]])
        length = int.from_bytes(content[at + 2 : at + 4], "big") + 2
        if marker not in _JPEG_TOLD and not (marker == 0xE2 and content[at + 4 : at + 8] == b"MPF\x00"):
            kept.append(content[at : at + length])
        at += length
    return content  # no picture that anybody could show


def _side_up(content: bytes) -> bytes:
    """A segment that says how the picture is turned and nothing else; nothing for one that stands upright."""
    try:
        turned = Picture.open(BytesIO(content)).getexif().get(_ORIENTATION, 1)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error):
        return b""
    if turned not in range(2, 9):
        return b""
    exif = Picture.Exif()
    exif[_ORIENTATION] = turned
    data = exif.tobytes()
    data = data if data.startswith(b"Exif\x00\x00") else b"Exif\x00\x00" + data
    return b"\xff\xe1" + (len(data) + 2).to_bytes(2, "big") + data


def _png(content: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big") + 12
        kind = content[at + 4 : at + 8]
        if kind not in _PNG_TOLD:
            kept.append(content[at : at + length])
        at += length
        if kind == b"IEND":
            break
    return b"".join(kept)


def _webp(content: bytes) -> bytes:
    kept, at = [], 12
    while at + 8 <= len(content):
        kind = content[at : at + 4]
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        chunk = content[at : at + 8 + length + length % 2]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS & 0xFF]) + chunk[9:]
        if kind not in _WEBP_TOLD:
            kept.append(chunk)
        at += 8 + length + length % 2
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def forget_metadata(instance: Any, **kwargs: Any) -> None:
    """Before a picture or a rendition is saved: a file that is only now written is written without its metadata."""
    file = instance.file
    if not file or file._committed:
        return
    file.seek(0)
    content = file.read()
    file.seek(0)
    if (bare := without_metadata(content)) != content:
        instance.file = ContentFile(bare, name=file.name)
        if hasattr(instance, "file_hash"):
            instance.file_size, instance.file_hash = len(bare), hash_filelike(BytesIO(bare))


def register() -> None:
    """Pictures as they were uploaded, and every rendition of them."""
    image = get_image_model()
    for model in (image, image.get_rendition_model()):
        pre_save.connect(forget_metadata, sender=model, dispatch_uid=f"cms.files.metadata.{model.__name__}")
