"""Addresses as a mail needs them: whole, because it is read away from the site."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from cms.sharing.address import site_root


def absolute(path: str) -> str:
    """The whole address of a path on this site."""
    return site_root() + path


def absolute_of(url_name: str, *args: Any) -> str:
    """The whole address of the page with this name, as ``reverse`` finds it."""
    return absolute(reverse(url_name, args=args))
