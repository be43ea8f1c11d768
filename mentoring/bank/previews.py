"""A draft as its future public page."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from cms.sharing.address import site_root
from mentoring.bank.models import Mentor
from mentoring.bank.pages import MentorPage
from mentoring.bank.presenters import as_if_public


def preview_page(mentor: Mentor, request: Any) -> MentorPage:
    """The page of a saved mentor, public or not; only the admin's preview shows it."""
    public = as_if_public(mentor, timezone.localdate())
    return MentorPage(public, (), site_root() + public.url)
