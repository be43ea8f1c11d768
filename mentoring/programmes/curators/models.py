"""The record of a curator's consent; it stands outside the draft, so no restored text can bring it back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.territories.models import Organisation
from mentoring.consents.records import ConsentRecord

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage


class CuratorConsent(ConsentRecord):
    """One curator's consent to be named on the programme's page, with the phone or without.

    It names the person: when the programme gets another curator, the old consent opens nothing of the new one.
    """

    programme = models.ForeignKey(
        "mentoring.ProgrammePage", models.SET_NULL, null=True, related_name="curator_consents"
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("организация"))
    curator_name = models.CharField(_("фамилия, имя, отчество"), max_length=200)
    covers_phone = models.BooleanField(_("и телефон"), default=False)

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("согласие куратора")
        verbose_name_plural = _("согласия кураторов")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("given_on")),
                name="curator_consent_ends_after_it_began",
                violation_error_message=_("Согласие не может закончиться раньше, чем дано."),
            ),
        ]

    def __str__(self) -> str:
        what = _("имя и телефон") if self.covers_phone else _("имя")
        return f"{self.curator_name}: {what}, {self.given_on:%d.%m.%Y}"


def consents_in_force(programme: ProgrammePage, on: date) -> list[CuratorConsent]:
    """The consents of the present curator that are valid on a day."""
    if programme.pk is None or not programme.curator_name:
        return []
    given = CuratorConsent.objects.filter(programme_id=programme.pk, curator_name=programme.curator_name.strip())
    return [consent for consent in given if consent.is_valid(on)]
