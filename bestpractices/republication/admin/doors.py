"""The door of the lists: for those who may put pages into a section of their own."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from bestpractices.republication.branches import has_own_sections


class ForSectionEditors:
    """Lets in who has a section to take pages into; what each sees is cut to their own branches by the list itself."""

    permission_required: Any = None
    any_permission_required: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not has_own_sections(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
