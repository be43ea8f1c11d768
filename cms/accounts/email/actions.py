"""Asking for another mailbox, and taking it once its owner has answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from cms.actions import Refused
from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later

CONFIRM = register_mail_kind("cms.email_confirm", gettext_lazy("подтверждение нового адреса"))
CHANGED = register_mail_kind("cms.email_changed", gettext_lazy("адрес почты сменили"))
#: Seconds for which the link in the letter opens.
OPEN_FOR = 24 * 60 * 60
_SALT = "cms.accounts.email"


def _state(user: Any) -> str:
    """What the link belongs to: with another mailbox or another password it opens nothing."""
    return salted_hmac(_SALT, f"{user.pk}:{user.email}:{user.password}").hexdigest()


@dataclass(frozen=True, slots=True)
class AskForEmail:
    """Sends a link to the new mailbox; nothing changes until it is opened."""

    user: Any
    email: str

    def check(self) -> None:
        """Raise ``Refused`` where there is nothing to change."""
        if self.email.casefold() == (self.user.email or "").casefold():
            raise Refused(_("Это и есть ваш нынешний адрес. Напишите другой."))

    @transaction.atomic
    def execute(self) -> None:
        """Write the letter down."""
        self.check()
        token = signing.dumps({"user": self.user.pk, "email": self.email, "state": _state(self.user)}, salt=_SALT)
        body = render_to_string(
            "accounts/mail/email_confirm.txt",
            {"user": self.user, "url": absolute_of("my-email-confirm", token), "site": settings.WAGTAIL_SITE_NAME},
        )
        subject = _("Подтвердите новый адрес почты на сайте «%(site)s»") % {"site": settings.WAGTAIL_SITE_NAME}
        send_later(self.email, subject, body, kind=CONFIRM)


class TakeEmail:
    """Takes the mailbox that the link was sent to."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.user: Any = None
        self.email = ""

    def check(self, *, lock: bool = False) -> None:
        """Read the link; raises ``Refused`` where it is too old, used, or not ours."""
        words = _("Ссылка больше не действует. Запросите новую на странице «Мой адрес почты».")
        try:
            said = signing.loads(self.token, salt=_SALT, max_age=OPEN_FOR)
        except signing.BadSignature:
            raise Refused(words) from None
        people = get_user_model()._default_manager.filter(is_active=True)
        self.user = (people.select_for_update() if lock else people).filter(pk=said["user"]).first()
        self.email = said["email"]
        if self.user is None or not constant_time_compare(_state(self.user), said["state"]):
            raise Refused(words)

    @transaction.atomic
    def execute(self) -> None:
        """Change the address and keep who did it; ``watching`` tells the old mailbox."""
        self.check(lock=True)
        self.user.email = self.email
        self.user.save(update_fields=["email"])
        log(instance=self.user, action="wagtail.edit", user=self.user, content_changed=True)


def tell_the_old_mailbox(user: Any, before: str) -> None:
    """Whoever did not change it themselves learns of it where they still read."""
    subject = _("Адрес почты на сайте «%(site)s» сменили") % {"site": settings.WAGTAIL_SITE_NAME}
    body = render_to_string(
        "accounts/mail/email_changed.txt",
        {"user": user, "site": settings.WAGTAIL_SITE_NAME, "url": absolute_of("contacts")},
    )
    send_later(before, subject, body, kind=CHANGED)
