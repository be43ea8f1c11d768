"""Pictures of the site for browsers. Originals and closed files of the same storage are never handed out here."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from cms.files.holders import rests_on_a_consent, shown_to_all
from cms.files.serving import may_have

#: Where Wagtail keeps the sizes that pages show; a changed picture gets another name.
FOLDER = "images"
#: Seconds that browsers and what stands between may keep a picture; of people whose consent may end, much shorter.
HOUR = 60 * 60
PERSONAL = 5 * 60


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A size of a picture that a public page shows, or that is the visitor's to see; every other answers 404."""
    stored = f"{FOLDER}/{name}"
    sizes = get_image_model().get_rendition_model()._default_manager
    try:
        size = None if "\0" in stored else sizes.filter(file=stored).select_related("image").first()
        if size is None or not default_storage.exists(stored):
            raise Http404
    except SuspiciousFileOperation as error:
        raise Http404 from error
    is_open = shown_to_all(size.image)
    if not is_open and not may_have(size.image, request):
        raise Http404
    kind = mimetypes.guess_type(stored)[0] or "application/octet-stream"
    response = FileResponse(default_storage.open(stored), content_type=kind)
    response["Cache-Control"] = _cache_control(size.image) if is_open else "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    if kind == "image/svg+xml":
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response


def _cache_control(image: Any) -> str:
    """How long everybody may keep a picture that is open to all."""
    if rests_on_a_consent(image):
        return f"public, max-age={PERSONAL}, must-revalidate"
    return f"public, max-age={HOUR}"
