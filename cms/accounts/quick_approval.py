"""«Одобрить» on the admin's first page names no revision: what is approved there, nobody has opened."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

_DOOR, _EDITOR = ":workflow_action", ":edit"


class ApproveWhereItIsReadMiddleware:
    """Leads a quick approval of a page or an entry to its editor, where the form carries the revision that is read."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = self.get_response(request)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Turn back before anything is decided; returning a text to its author goes on as ever."""
        match = request.resolver_match
        if match is None or not match.view_name.endswith(_DOOR) or kwargs.get("action_name") != "approve":
            return None
        thing = kwargs.get("page_id", kwargs.get("pk"))
        editor = reverse(match.view_name.removesuffix(_DOOR) + _EDITOR, args=[thing])
        messages.warning(request, _("Одобряют прочитанное: прочитайте текст и нажмите «Одобрить» внизу этой страницы."))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": editor})
        return HttpResponseRedirect(editor)
