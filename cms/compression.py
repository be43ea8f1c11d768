"""Texts leave packed for browsers that can unpack them: a page of 60 KB is 10 on the line."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

#: What grows small when packed; pictures, papers and archives are packed already.
_TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
    "image/svg+xml",
)


class CompressTextMiddleware(GZipMiddleware):
    """Django's packing (random length against BREACH) for texts that are whole in memory; files stay as they are."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.headers.get("Content-Type", "").startswith(_TEXTS):
            return response
        return super().process_response(request, response)
