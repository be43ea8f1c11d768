"""Who wrote to whom and when; the words of letters are not kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.bank.models import Mentor

#: How many letters one sender (address or network) may send in an hour.
LETTERS_PER_HOUR = 5


class LetterQuerySet(models.QuerySet["MentorLetter"]):
    """Questions about letters."""

    def too_many_from(self, email: str, network: str, now: datetime) -> bool:
        """Whether this sender wrote so often in the last hour that the next letter has to wait."""
        recent = self.filter(written_at__gt=now - timedelta(hours=1), written_at__lt=now + timedelta(minutes=5))
        same = models.Q(sender_email__iexact=email) | models.Q(network=network)
        return recent.filter(same).count() >= LETTERS_PER_HOUR


class MentorLetter(models.Model):
    """That a visitor wrote to a mentor; the letter itself passes through the outbox (`cms.mailing`)."""

    territory_path = "mentor__organisation__municipality"

    mentor = models.ForeignKey(Mentor, models.CASCADE, related_name="letters", verbose_name=_("кому"))
    sender_name = models.CharField(_("ваше имя"), max_length=120)
    sender_email = models.EmailField(_("ваш адрес почты"), help_text=_("На него придёт ответ."))
    network = models.CharField(max_length=64, editable=False, help_text="A keyed hash of the sender's address.")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-written_at"]
        verbose_name = _("письмо наставнику")
        verbose_name_plural = _("письма наставникам")
        indexes = [models.Index(fields=["written_at"])]

    def __str__(self) -> str:
        return f"{self.mentor}, {self.written_at:%d.%m.%Y}"
