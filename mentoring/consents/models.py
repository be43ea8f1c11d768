"""The record of a consent: given once, never edited, only withdrawn; so no draft or revision can bring it back."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.choice_list import ChoiceListField
from mentoring.consents.enums import Channel, PublicField, Purpose
from mentoring.consents.querysets import ConsentQuerySet


class MentorConsent(models.Model):
    """One mentor's consent to one purpose, with the proof of it."""

    territory_path = "mentor__organisation__municipality"

    mentor = models.ForeignKey("mentoring.Mentor", models.CASCADE, related_name="consents", verbose_name=_("наставник"))
    purpose = models.CharField(_("на что"), max_length=20, choices=Purpose)
    fields = ChoiceListField(
        _("что можно показать"),
        options=PublicField,
        help_text=_("Имя, место работы, предмет, стаж и категория входят в каждое согласие на публикацию."),
    )
    given_on = models.DateField(_("дата согласия"))
    valid_until = models.DateField(_("действует до"), null=True, blank=True)
    withdrawn_on = models.DateField(_("отозвано"), null=True, blank=True)
    channel = models.CharField(_("как дано"), max_length=20, choices=Channel, default=Channel.PAPER)
    text_version = models.CharField(_("версия текста"), max_length=40, default="1")
    holder = models.CharField(_("у кого хранится"), max_length=200, help_text=_("«МБУ „Центр развития образования“»"))
    proof = models.CharField(_("подтверждение"), max_length=200, blank=True, help_text=_("Номер и место хранения"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name=_("кто внёс")
    )
    recorded_at = models.DateTimeField(_("когда внесено"), auto_now_add=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("согласие наставника")
        verbose_name_plural = _("согласия наставников")
        indexes = [models.Index(fields=["mentor", "purpose"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("given_on")),
                name="consent_ends_after_it_began",
                violation_error_message=_("Согласие не может закончиться раньше, чем дано."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.given_on:%d.%m.%Y}"

    def clean(self) -> None:
        """Fields are named by a consent to publication alone."""
        if self.purpose == Purpose.PROCESSING and self.fields:
            raise ValidationError({"fields": _("Поля выбирают только для согласия на публикацию.")})

    def is_valid(self, on: date) -> bool:
        """Whether the consent is in force on a day; the same rule as ``ConsentQuerySet.valid``."""
        ended = self.valid_until is not None and self.valid_until < on
        withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= on
        return self.given_on <= on and not ended and not withdrawn
