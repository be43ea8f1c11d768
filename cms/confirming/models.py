"""What a visitor has sent and not confirmed yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.wording import counted

#: How long the link in the letter opens; what is not confirmed by then is deleted.
DAYS = 3
#: How much may wait for an answer: of one mailbox, of one network (a school may share one), of all, in an hour.
OF_ONE_MAILBOX, OF_ONE_NETWORK, OF_ALL = 5, 20, 300


def waiting_words() -> str:
    """«3 дня»."""
    return counted(DAYS, "день", "дня", "дней")


class UnconfirmedQuerySet(models.QuerySet["Unconfirmed"]):
    """Questions about what was sent."""

    def too_many(self, email: str, network: str, now: datetime) -> bool:
        """Whether this mailbox, this network, or everybody together sent as much in the last hour as may be sent."""
        recent = self.filter(asked_at__gt=now - timedelta(hours=1), asked_at__lt=now + timedelta(minutes=5))
        return (
            recent.filter(email__iexact=email).count() >= OF_ONE_MAILBOX
            or recent.filter(network=network).count() >= OF_ONE_NETWORK
            or recent.count() >= OF_ALL
        )

    def waiting(self, now: datetime) -> UnconfirmedQuerySet:
        """What can still be confirmed."""
        return self.filter(confirmed_at=None, asked_at__gt=now - timedelta(days=DAYS))


class Unconfirmed(models.Model):
    """A form as it was sent; its words go as soon as they are confirmed, the row three days after it was asked."""

    kind = models.CharField(_("что"), max_length=40)
    email = models.EmailField(_("адрес почты"))
    data = models.JSONField(default=dict, blank=True, help_text="The fields of the form, each with its values.")
    about = models.JSONField(default=dict, blank=True, help_text="What the form did not hold: the page, the mentor.")
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    network = models.CharField(max_length=64, editable=False, help_text="A keyed hash of the sender's address.")
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = UnconfirmedQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("неподтверждённая заявка")
        verbose_name_plural = _("неподтверждённые заявки")

    def __str__(self) -> str:
        return f"{self.kind}, {self.asked_at:%d.%m.%Y}"
