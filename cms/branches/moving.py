"""Moves end at the border before anything is shown."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail.models import Page


def refuse_a_foreign_move(request: HttpRequest, page: Page, destination: Page) -> None:
    """Ask for the right already on the page «Переместить?», which names what is moved."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
