"""One rule for every address, Wagtail's too: work that a request asks for is bounded, odd input is no error of ours."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import wagtail
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldError
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.security.bounds import beyond_bounds, carries_large_number, is_torn, names_no_object, unreadable
from cms.security.refusals import refusal

#: Paths under which a room answers in its own form, odd ids too; rooms add theirs at start-up.
answers_itself: set[str] = set()
_WAGTAIL = Path(wagtail.__file__).parent
_log = logging.getLogger("cms.security")


class BoundedRequestMiddleware:
    """Refuses before a view works what it would choke on, and says the same where a view choked all the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    @cached_property
    def admin_root(self) -> str:
        """The path under which Wagtail's forms are."""
        return reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        words = self._refused(request)
        return refusal(request, words) if words else self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """An id that no object can have is an address that leads nowhere."""
        if names_no_object((*args, *kwargs.values())) and not request.path_info.startswith(tuple(answers_itself)):
            raise Http404

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The refusal of what only the view could find out; None for every other error, which stays one."""
        words = self._explained(request, error)
        if not words:
            return None
        _log.warning("Refused: %s at %s", type(error).__name__, request.path)
        return refusal(request, words)

    def _refused(self, request: HttpRequest) -> str:
        if "\0" in request.path_info:
            return _("В адресе есть знак, которого в адресах не бывает. Проверьте ссылку.")
        in_admin = request.path_info.startswith(self.admin_root)
        if in_admin and (words := beyond_bounds(request.GET)):
            return words
        if request.method != "POST" or not _is_form(request):
            return ""
        words = unreadable(request) or beyond_bounds(request.POST)
        return words or (_not_whole() if in_admin and is_torn(request.POST) else "")

    def _unknown(self, request: HttpRequest, error: Exception) -> bool:
        """Whether a list is asked to look at a column that it does not have."""
        if isinstance(error, IncorrectLookupParameters):
            return True
        return isinstance(error, FieldError) and any(f"'{name.split('__')[0]}'" in str(error) for name in request.GET)

    def _explained(self, request: HttpRequest, error: Exception) -> str:
        if isinstance(error, MultiValueDictKeyError) or _is_out_of_turn(request, error):
            return _not_whole()
        if self._unknown(request, error):
            return _("Такого условия у списка нет. Откройте список заново и выберите условие в нём.")
        if isinstance(error, json.JSONDecodeError):
            in_admin = request.path_info.startswith(self.admin_root)
            return _not_whole() if in_admin and request.method == "POST" else ""
        if _is_too_large(error) and carries_large_number(request.path_info, request.GET, request.POST):
            return _("Номер в запросе больше, чем бывает. Вернитесь на прошлую страницу и выберите из списка.")
        if isinstance(error, DataError | ValueError) and "\0" in "".join(map(str, request.GET.values())):
            return _("В запросе есть нулевой знак, которого не видно. Наберите слова заново.")
        return ""


def _is_form(request: HttpRequest) -> bool:
    return request.content_type in {"application/x-www-form-urlencoded", "multipart/form-data"}


def _is_too_large(error: Exception) -> bool:
    """Whether a number was too large for Python's integers, SQLite's, or a column of PostgreSQL."""
    return isinstance(error, OverflowError | DataError) or (
        isinstance(error, ValueError) and "integer string conversion" in str(error)
    )


def _is_out_of_turn(request: HttpRequest, error: Exception) -> bool:
    """Whether a form of Wagtail's own reads a field that was not sent, as the second step of an import does."""
    if request.method != "POST" or not isinstance(error, KeyError) or error.args[0] in request.POST:
        return False
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).is_relative_to(_WAGTAIL)


def _not_whole() -> str:
    return _("Форма пришла не целиком, поэтому ничего не сохранено. Откройте её заново и отправьте ещё раз.")
