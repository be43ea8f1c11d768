"""What every record of a consent holds: given once, never edited, only withdrawn."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.consents.enums import Channel


class ConsentRecord(models.Model):
    """The days of a consent and the proof of it; a subclass says whose it is and to what."""

    given_on = models.DateField(_("дата согласия"))
    valid_until = models.DateField(_("действует до"), null=True, blank=True)
    withdrawn_on = models.DateField(_("отозвано"), null=True, blank=True)
    channel = models.CharField(_("как дано"), max_length=20, choices=Channel, default=Channel.PAPER)
    text_version = models.CharField(_("версия текста"), max_length=40, default="1")
    holder = models.CharField(_("у кого хранится"), max_length=200, help_text=_("«МБУ „Центр развития образования“»"))
    text = models.TextField(_("текст, с которым человек согласился"), blank=True, editable=False)
    proof = models.CharField(_("подтверждение"), max_length=200, blank=True, help_text=_("Номер и место хранения"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name=_("кто внёс")
    )
    recorded_at = models.DateTimeField(_("когда внесено"), auto_now_add=True)

    class Meta:
        abstract = True

    def is_valid(self, on: date) -> bool:
        """Whether the consent is in force on a day; the same rule as ``ConsentQuerySet.valid``."""
        ended = self.valid_until is not None and self.valid_until < on
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= on
        return self.given_on <= on and not ended and not withdrawn
