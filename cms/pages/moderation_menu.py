"""One way to approve stands in the menu of a form, not three beside each other."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

#: How Wagtail names the items of the menu, of pages and of snippets alike.
APPROVE, PUBLISH = "approve", "action-publish"


def keep_one_way_to_approve(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Where something waits for the person's word, «Одобрить» is the way; publishing past the review is none beside it.

    Wagtail offers approving, approving with a comment, and publishing; the last two leave.
    """
    approvals = [item for item in menu_items if item.name == APPROVE]
    if not approvals:
        return
    spare = {id(item) for item in approvals[1:]}
    menu_items[:] = [item for item in menu_items if id(item) not in spare and item.name != PUBLISH]
