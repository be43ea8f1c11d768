"""The published JSON schema of a travelling page: whoever sends or takes one can check it."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from bestpractices.republication.documents import Document
from cms.sharing.address import site_root


@require_safe
@cache_control(public=True, max_age=86400)
def schema(request: HttpRequest) -> JsonResponse:
    """The schema of version 1, as JSON Schema."""
    described = Document.model_json_schema()
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["$id"] = site_root() + request.path
    return JsonResponse(described, content_type="application/schema+json", json_dumps_params={"ensure_ascii": False})
