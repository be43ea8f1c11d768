"""The answer to a request that the site cannot take: 400, with a sentence that says what to do."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _


def refusal(request: HttpRequest, words: str = "") -> HttpResponse:
    """The page with these words, or with those that always hold; for a script the words alone."""
    accepted = request.headers.get("accept", "")
    if accepted.startswith("application/json") or request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"success": False, "error_code": "bad_request", "error_message": words}, status=400)
    page = loader.get_template("400.html").render({"words": words})
    return HttpResponse(page, status=400, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler400``: a body that Django did not read to its end says which bound it went beyond."""
    if isinstance(exception, RequestDataTooBig):
        words = _("Текст формы слишком велик. Сократите его или вложите файлом и сохраните ещё раз.")
    elif isinstance(exception, TooManyFieldsSent):
        words = _("В форме слишком много полей или отметок. Сделайте это в несколько приёмов.")
    elif isinstance(exception, TooManyFilesSent):
        words = _("Файлов слишком много. Загрузите их в несколько приёмов.")
    else:
        words = ""
    return refusal(request, words)
