"""The record of a consent: given once, never edited, only withdrawn; so no draft or revision can bring it back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from cms.choice_list import ChoiceListField
from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.querysets import ConsentQuerySet, MenteeConsentQuerySet
from mentoring.consents.records import ConsentRecord


class MentorConsent(ConsentRecord):
    """One mentor's consent to one purpose, with the proof of it."""

    territory_path = "mentor__organisation__municipality"

    mentor = models.ForeignKey("mentoring.Mentor", models.PROTECT, related_name="consents", verbose_name=_("наставник"))
    purpose = models.CharField(_("на что"), max_length=20, choices=Purpose)
    fields = ChoiceListField(
        _("что можно показать"),
        options=PublicField,
        help_text=_("Имя, место работы, предмет, стаж и категория входят в каждое согласие на публикацию."),
    )
    interview = models.ForeignKey(
        "mentoring.DuetProject",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("какое интервью"),
        help_text=_("Только для согласия на интервью: оно даётся на один разговор."),
    )

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
        """Fields are named by a consent to publication alone, an interview by the consent to it."""
        if self.purpose == Purpose.PROCESSING and self.fields:
            raise ValidationError({"fields": _("Поля выбирают только для согласия на публикацию.")})
        if self.purpose == Purpose.INTERVIEW and set(self.fields) - {PublicField.PORTRAIT.value}:
            raise ValidationError({"fields": _("В интервью из этого списка бывает только фотография.")})
        if self.purpose == Purpose.INTERVIEW and self.interview is None:
            raise ValidationError({"interview": _("Выберите, на какое интервью дано согласие.")})
        if self.purpose != Purpose.INTERVIEW and self.interview is not None:
            raise ValidationError({"interview": _("Интервью выбирают только для согласия на интервью.")})
        if self.interview is not None and (self.interview.pair is None or self.interview.pair.mentor != self.mentor):
            raise ValidationError({"interview": _("В этом интервью говорит другой наставник.")})


class MenteeConsent(ConsentRecord):
    """An adult mentee's consent to stand in one published interview with name, work and own words (S4-15)."""

    territory_path = "mentee__pair__organisation__municipality"

    mentee = models.ForeignKey(
        "mentoring.PairMentee", models.PROTECT, related_name="consents", verbose_name=_("наставляемый")
    )
    interview = models.ForeignKey(
        "mentoring.DuetProject",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("какое интервью"),
        help_text=_("Согласие даётся на один разговор."),
    )
    with_portrait = models.BooleanField(_("и с фотографией"), default=False)

    objects = MenteeConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("согласие наставляемого")
        verbose_name_plural = _("согласия наставляемых")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("given_on")),
                name="mentee_consent_ends_after_it_began",
                violation_error_message=_("Согласие не может закончиться раньше, чем дано."),
            ),
        ]

    def __str__(self) -> str:
        return _g("публикация интервью, %(day)s") % {"day": f"{self.given_on:%d.%m.%Y}"}

    def clean(self) -> None:
        """The interview is one in which this mentee speaks."""
        if self.interview is not None and self.interview.mentee_id != self.mentee_id:
            raise ValidationError({"interview": _("В этом интервью говорит другой наставляемый.")})
