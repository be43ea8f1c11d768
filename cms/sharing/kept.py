"""Files that readers ask for again and again: who has the same already hears so in one line."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

#: Seconds that others keep what may name people: the consent of each may end at any moment.
PERSONAL = 5 * 60


def kept(request: HttpRequest, response: HttpResponse, seconds: int = PERSONAL) -> HttpResponseBase:
    """The answer with an ETag of its bytes, to be kept for so long; 304 for a reader who has these bytes."""
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=seconds, must_revalidate=True)
    return get_conditional_response(request, etag=etag, response=response) or response
