"""Mails about comments in a page's editor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy
from wagtail.admin.views.pages import edit

from cms.mailing.kinds import register_mail_kind
from cms.mailing.stock.carriers import write
from cms.mailing.stock.people import may_open, who_want

KIND = register_mail_kind("comments", gettext_lazy("комментарии к страницам"))


def send_comments_later(recipient_users: Iterable[Any], notification: str, extra_context: dict[str, Any]) -> bool:
    """Wagtail's ``send_notification`` with its own words, written down instead of sent."""
    page, template = extra_context["page"], f"wagtailadmin/notifications/{notification}"
    for person in who_want(recipient_users, notification):
        if may_open(person, page):
            context = {"settings": settings, **extra_context, "user": person}
            subject, body = (render_to_string(template + end, context).strip() for end in ("_subject.txt", ".txt"))
            write(page, [person], subject, body, kind=KIND)
    return True


def register() -> None:
    """Wagtail's editor has no setting for this: it calls the function by its name in the module."""
    edit.send_notification = send_comments_later
