"""Neither an original nor a rendition tells where a picture was made, by whom and with what."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from PIL import Image as Picture
from PIL import PngImagePlugin
from wagtail.images import get_image_model

from cms.files.metadata import without_metadata

GPS, SECRET = 0x8825, "Ключи, улица Лесная, 5"
KINDS = ("JPEG", "PNG", "WEBP")


def photograph(kind: str, turned: int = 6) -> bytes:
    """A picture that lies on its side, with a place, an author and a comment."""
    exif = Picture.Exif()
    exif[0x0112], exif[0x013B] = turned, SECRET.encode().decode("latin-1")
    exif.get_ifd(GPS).update({1: "N", 2: (55.0, 45.0, 21.0), 3: "E", 4: (37.0, 37.0, 4.0)})
    output, more = BytesIO(), {}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", "place: forest 5")
        info.add_itxt("XML:com.adobe.xmp", "<x>place</x>")
        more["pnginfo"] = info
    elif kind == "WEBP":
        more["xmp"] = b"<x:xmpmeta>place</x:xmpmeta>"
    else:
        more["comment"] = b"place: forest 5"
    picture = Picture.new("RGB", (60, 40), "red")
    picture.putpixel((0, 0), (0, 0, 255))
    picture.save(output, kind, exif=exif.tobytes(), **more)
    return output.getvalue()


def told(content: bytes) -> set[str]:
    picture = Picture.open(BytesIO(content))
    found = {name for name in ("comment", "Comment", "xmp", "XML:com.adobe.xmp") if picture.info.get(name)}
    exif = picture.getexif()
    found |= {hex(tag) for tag in exif if tag != 0x0112}
    return found | ({"gps"} if exif.get_ifd(GPS) else set()) | ({"place"} if b"place" in content else set())


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_stays_dot_for_dot_and_its_metadata_go(kind: str) -> None:
    content = photograph(kind)
    assert "gps" in told(content)
    bare = without_metadata(content)
    assert told(bare) == set()
    assert without_metadata(bare) == bare
    before, after = (Picture.open(BytesIO(it)) for it in (content, bare))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    if kind == "JPEG":
        assert after.getexif()[0x0112] == 6  # still upright for who looks at it


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"text"]
)
def test_what_is_no_picture_breaks_nothing(content: bytes) -> None:
    assert isinstance(without_metadata(content), bytes)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_original_and_renditions_are_served_without_metadata(kind: str, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    name = f"snimok.{kind.lower()}"
    image = get_image_model().objects.create(title="Снимок", file=ContentFile(photograph(kind), name=name))
    for file in (image.file, *(image.get_rendition(spec).file for spec in ("original", "width-30", "max-20x20"))):
        with file.storage.open(file.name) as stored:
            assert told(stored.read()) == set()
    assert image.file_size == image.file.size


@pytest.mark.django_db
def test_pictures_of_former_days_are_cleaned_once(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    image = get_image_model().objects.create(title="Снимок", file=ContentFile(photograph("JPEG"), name="snimok.jpg"))
    Path(image.file.path).write_bytes(photograph("JPEG"))
    rendition = image.get_rendition("width-29")
    assert told(Path(rendition.file.path).read_bytes()) == set()  # made of an original that still tells
    call_command("clean_stored")
    image.refresh_from_db()
    assert told(Path(image.file.path).read_bytes()) == set()


@pytest.mark.django_db
def test_a_picture_that_cannot_be_rewritten_stays(
    settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    image = get_image_model().objects.create(title="Снимок", file=ContentFile(photograph("JPEG"), name="snimok.jpg"))
    Path(image.file.path).write_bytes(photograph("JPEG"))

    def full(*args: Any, **kwargs: Any) -> str:
        raise OSError("no space left")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="no space"):
        patch.setattr(FileSystemStorage, "_save", full)
        call_command("clean_stored")
    image.refresh_from_db()
    assert Path(image.file.path).read_bytes() == photograph("JPEG")
