"""What a person may do about a mail."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail
from cms.work.waking import wake_after_commit


class SendAgain(Action):
    """Tries a mail again that was given up, or that waits for its next try."""

    permission = "change"
    log_action = "duet.mail.send_again"

    thing: OutgoingMail

    def __init__(self, mail: OutgoingMail, user: User | None) -> None:
        super().__init__(mail, user)

    def lock(self) -> None:
        self.thing = OutgoingMail.objects.select_for_update().get(pk=self.thing.pk)

    def check(self) -> None:
        if self.thing.state == MailState.SENT:
            raise Refused(_("Это письмо уже отправлено."))

    def apply(self) -> None:
        self.thing.state = MailState.WAITING
        self.thing.tries = 0
        self.thing.next_try = timezone.now()
        self.thing.save(update_fields=["state", "tries", "next_try"])
        wake_after_commit()
