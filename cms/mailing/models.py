"""The outbox: a row for each mail and recipient, written before anything is sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.mailing.enums import MailState
from cms.mailing.kinds import kind_label

#: How long the report and the keys of sent mails are kept.
KEPT = timedelta(days=400)


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """Questions about mails."""

    def waiting(self) -> OutgoingMailQuerySet:
        """Those that have still to leave."""
        return self.filter(state=MailState.WAITING)

    def due(self, now: datetime) -> OutgoingMailQuerySet:
        """Those whose time to be tried has come, the longest waiting first."""
        return self.waiting().filter(next_try__lte=now).order_by("next_try", "pk")

    def failed(self) -> OutgoingMailQuerySet:
        """Those that were given up: a person has to look."""
        return self.filter(state=MailState.FAILED)

    def troubled(self) -> OutgoingMailQuerySet:
        """Those that a mail server has refused, for good or until the next try."""
        return self.failed() | self.waiting().filter(tries__gt=1)

    def same_digest(self, mail: OutgoingMail) -> OutgoingMailQuerySet:
        """All waiting mails that leave together with this one."""
        return self.waiting().filter(recipient=mail.recipient, digest_for=mail.digest_for).order_by("pk")

    def outlived(self, now: datetime) -> OutgoingMailQuerySet:
        """Mails, sent or given up, of which nobody needs to know any more."""
        return self.exclude(state=MailState.WAITING).filter(created_at__lt=now - KEPT)


class OutgoingMail(models.Model):
    """One mail to one address; its words are forgotten once a mail server has taken them."""

    kind = models.CharField(_("о чём"), max_length=60, blank=True)
    recipient = models.EmailField(_("кому"))
    reply_to = models.EmailField(_("куда отвечать"), blank=True)
    subject = models.CharField(_("тема"), max_length=250)
    body = models.TextField(_("текст"))
    html = models.TextField(_("оформленный текст"), blank=True)
    #: [{"name": …, "stored": path in the default storage, "type": …}]
    attachments = models.JSONField(_("вложения"), default=list, blank=True)
    key = models.CharField(max_length=200, blank=True, help_text="The same key and recipient: the same mail.")
    digest_for = models.DateField(_("в сводке за день"), null=True, blank=True)

    state = models.CharField(_("состояние"), max_length=10, choices=MailState, default=MailState.WAITING)
    created_at = models.DateTimeField(_("написано"), default=timezone.now)
    next_try = models.DateTimeField(_("следующая попытка"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("попыток"), default=0)
    sent_at = models.DateTimeField(_("отправлено"), null=True, blank=True)
    failure = models.CharField(_("причина"), max_length=500, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("письмо")
        verbose_name_plural = _("письма")
        constraints = [
            models.UniqueConstraint(fields=["key", "recipient"], condition=~Q(key=""), name="mail_once_by_key")
        ]
        indexes = [
            models.Index(fields=["next_try"], condition=Q(state="waiting"), name="mail_due"),
            models.Index(fields=["state", "created_at"], name="mail_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.recipient})"

    @property
    def kind_label(self) -> str:
        """What the mail is about, in words."""
        return kind_label(self.kind)
