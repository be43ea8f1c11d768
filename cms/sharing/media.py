"""Pictures of the site for browsers. Originals and closed files of the same storage are never handed out here."""

from __future__ import annotations

import mimetypes

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

#: Where Wagtail keeps the sizes that pages show; a changed picture gets another name.
FOLDER = "images"
DAY = 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A size of a picture that some page asked for; a name that no such size has answers 404."""
    stored = f"{FOLDER}/{name}"
    sizes = get_image_model().get_rendition_model()._default_manager
    try:
        if "\0" in stored or not sizes.filter(file=stored).exists() or not default_storage.exists(stored):
            raise Http404
    except SuspiciousFileOperation as error:
        raise Http404 from error
    kind = mimetypes.guess_type(stored)[0] or "application/octet-stream"
    response = FileResponse(default_storage.open(stored), content_type=kind)
    response["Cache-Control"] = f"public, max-age={DAY}"
    response["X-Content-Type-Options"] = "nosniff"
    if kind == "image/svg+xml":
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
