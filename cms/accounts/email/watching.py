"""Whichever door changes somebody's mailbox, the old one is told; one's own is changed with the password only."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models.signals import pre_save
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.users.forms import UserEditForm

from cms.accounts.email.actions import tell_the_old_mailbox


def tell(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Compare with what is stored, and write to the mailbox that is left behind."""
    if raw or instance.pk is None or (update_fields is not None and "email" not in update_fields):
        return
    before = sender._default_manager.filter(pk=instance.pk).values_list("email", flat=True).first()
    if before and before != instance.email:
        tell_the_old_mailbox(instance, before)


_init = UserEditForm.__init__


def with_own_email_closed(form: Any, *args: Any, **kwargs: Any) -> None:
    """In the form of one's own account the mailbox is shown; it is changed on a page of its own."""
    _init(form, *args, **kwargs)
    if kwargs.get("editing_self") and "email" in form.fields:
        form.fields["email"].disabled = True
        form.fields["email"].help_text = format_html(
            '<a href="{}">{}</a>', reverse("my-email"), _("Сменить свой адрес: с паролем и письмом")
        )


def register() -> None:
    """Watch every door; call it from ``AppConfig.ready``."""
    pre_save.connect(tell, sender=get_user_model(), dispatch_uid="cms.accounts.email")
    UserEditForm.__init__ = with_own_email_closed
