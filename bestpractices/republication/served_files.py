"""The files of copies: whoever may read the copy may have them, nobody else, and for no longer."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from bestpractices.republication.files import SHOWN_TYPES
from bestpractices.republication.models import KeptFile
from bestpractices.republication.pictures import WIDTHS, scaled
from cms.sharing.media import PERSONAL


@require_safe
def kept_file(request: HttpRequest, sha256: str, name: str) -> FileResponse:
    """A file of a copy that visitors can read; every other file answers 404."""
    kept = get_object_or_404(KeptFile.objects.shown(), sha256=sha256)
    is_shown = kept.content_type in SHOWN_TYPES
    kind = kept.content_type if is_shown or kept.content_type == "application/pdf" else "application/octet-stream"
    answer = FileResponse(kept.file.open("rb"), as_attachment=not is_shown, filename=name, content_type=kind)
    return _closed(answer, sha256)


@require_safe
def kept_picture(request: HttpRequest, sha256: str, width: int) -> FileResponse:
    """A picture of such a copy in one of the widths of a page."""
    kept = get_object_or_404(KeptFile.objects.shown(), sha256=sha256)
    picture = scaled(kept, width) if width in WIDTHS else None
    if picture is None:
        raise Http404
    return _closed(FileResponse(picture, content_type="image/webp"), f"{sha256}-{width}")


def _closed(answer: FileResponse, tag: str) -> FileResponse:
    """What came from elsewhere acts upon nothing, even when it is opened by itself."""
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["ETag"] = f'"{tag}"'
    answer["Cache-Control"] = f"public, max-age={PERSONAL}, must-revalidate"  # nobody knows whom it shows
    return answer
