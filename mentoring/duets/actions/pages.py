"""What happens to the page of a duet; the right to it was asked by the action that does it."""

from __future__ import annotations

from wagtail.actions.unpublish_page import UnpublishPageAction

from cms.accounts.territory import User
from mentoring.duets.pages import DuetInterviewPage


def take_down(page: DuetInterviewPage | None, user: User | None) -> None:
    """Take a live page down in the user's name: who may publish a duet may also undo it, without a right to pages."""
    if page is not None and page.live:
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
