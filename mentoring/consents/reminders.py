"""Coordinators learn of consents that end soon, a month before: in time to ask the mentor for a new one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import groupby

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.enums import Role
from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from cms.work.periodic import periodic
from mentoring.consents.models import MentorConsent

KIND = register_mail_kind("mentoring.consent_ends", gettext_lazy("согласие кончается"))
AHEAD = timedelta(days=30)


@periodic(every=timedelta(days=1), at=time(7), label=gettext_lazy("Согласия, которые кончаются через месяц"))
def remind_of_ending_consents() -> None:
    """Write once to each coordinator of the municipality about all its consents that end on the same day."""
    today = timezone.localdate()
    ending = MentorConsent.objects.ending(today, today + AHEAD).in_order_of_end()
    for (municipality, day), consents in groupby(ending, key=_place_and_day):
        _remind(municipality, day, list(consents))


def _place_and_day(consent: MentorConsent) -> tuple[int, date]:
    assert consent.valid_until is not None  # what the queryset asked for
    return consent.mentor.organisation.municipality_id, consent.valid_until


def _remind(municipality: int, day: date, consents: Iterable[MentorConsent]) -> None:
    lines = [f"– {consent.mentor}, {consent.get_purpose_display().lower()}" for consent in consents]
    body = _(
        "Здравствуйте.\n\n%(day)s кончаются согласия наставников вашего муниципалитета:\n\n%(lines)s\n\n"
        "Возьмите новые согласия и внесите их в банк. С согласием кончается и то, что оно разрешало: "
        "без нового запись или интервью перестанут видеть посетители.\n\n%(address)s\n"
    ) % {
        "day": date_format(day, "j E Y"),
        "lines": "\n".join(lines),
        "address": absolute_of("mentoring_mentorconsent_modeladmin_index"),
    }
    subject = _("Согласия наставников кончаются %(day)s") % {"day": date_format(day, "j E")}
    key = f"consents-end-{municipality}-{day.isoformat()}"
    send_later(_coordinators(municipality), subject, body, kind=KIND, key=key)


def _coordinators(municipality: int) -> list[str]:
    users = get_user_model()._default_manager
    own = {"appointments__role": Role.COORDINATOR, "appointments__municipality": municipality}
    return list(users.filter(is_active=True, **own).values_list("email", flat=True).distinct())
