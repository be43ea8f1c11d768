"""What every template may say: ``appearance``, ``centre``, ``navigation``; nothing is asked of the database unread."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from cms.appearance.centre import current_centre
from cms.appearance.choice import COOKIE, Appearance
from cms.appearance.navigation import navigation


def appearance(request: HttpRequest) -> dict[str, Any]:
    """Give templates the visitor's choice, the centre's words and the menu."""
    return {
        "appearance": Appearance.from_cookie(request.COOKIES.get(COOKIE, "")),
        "centre": SimpleLazyObject(current_centre),
        "navigation": SimpleLazyObject(lambda: navigation(request)),
    }
