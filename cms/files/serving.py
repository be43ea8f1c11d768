"""The last question before a file leaves: may this visitor have it now?"""

from __future__ import annotations

from django.db import models
from django.http import Http404, HttpRequest

from cms.files.holders import shown_to, shown_to_all
from cms.files.rights import is_near


def may_have(file: models.Model, request: HttpRequest) -> bool:
    """Whether the visitor has a right to the file that others have not; asked after ``shown_to_all``."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated and (is_near(user, file) or shown_to(file, user))


def refuse_what_nobody_shows(document: models.Model, request: HttpRequest) -> None:
    """Wagtail's hook before a document is served; 404 tells nothing about whether there is one."""
    if not shown_to_all(document) and not may_have(document, request):
        raise Http404
