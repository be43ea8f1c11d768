"""Why an entry is or is not public on a day, said in words; the same rule as ``MentorQuerySet.public``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from mentoring.bank.enums import FINDABLE_STATES, Freshness, HiddenBy
from mentoring.bank.models import Mentor
from mentoring.consents.enums import PublicField, Purpose
from mentoring.consents.models import MentorConsent


@dataclass(frozen=True, slots=True)
class HiddenReason:
    """One condition that keeps an entry from visitors: what it is, and a sentence for the methodist."""

    by: HiddenBy
    text: str


def reasons_hidden(mentor: Mentor, on: date) -> list[HiddenReason]:
    """Every missing condition, the ones to mend first; empty means public. Reads ``consents`` and ``organisation``."""
    checks = (_hidden_by_age, _hidden_by_draft, _hidden_by_selection, _hidden_by_place, _hidden_by_age_of_entry)
    found = [reason for check in checks if (reason := check(mentor, on)) is not None]
    consented = list(mentor.consents.all())
    for by, purpose in ((HiddenBy.PROCESSING, Purpose.PROCESSING), (HiddenBy.PUBLICATION, Purpose.PUBLICATION)):
        consents = [consent for consent in consented if consent.purpose == purpose]
        if not any(consent.is_valid(on) for consent in consents):
            found.append(HiddenReason(by, _consent_words(by, consents, on)))
    return found


def consented_fields(mentor: Mentor, on: date) -> frozenset[PublicField]:
    """What the consents to publication that are in force on a day name beyond the entry itself."""
    named = {
        field
        for consent in mentor.consents.all()
        if consent.purpose == Purpose.PUBLICATION and consent.is_valid(on)
        for field in consent.fields
    }
    return frozenset(field for field in PublicField if field.value in named)


def next_change(mentor: Mentor, on: date) -> date:
    """The first day after ``on`` when what visitors see of the entry may change by itself; ``date.max`` if never.

    Consents begin and end, green turns yellow, yellow turns grey.
    """
    days = [
        mentor.confirmed_on + timedelta(days=settings.MENTOR_FRESH_DAYS + 1),
        mentor.grey_from(),
    ]
    for consent in mentor.consents.all():
        days += [consent.given_on, consent.withdrawn_on or date.max]
        days.append(consent.valid_until + timedelta(days=1) if consent.valid_until else date.max)
    return min((day for day in days if day > on), default=date.max)


def _hidden_by_age(mentor: Mentor, on: date) -> HiddenReason | None:
    if not mentor.is_minor:
        return None
    return HiddenReason(HiddenBy.MINOR, _("Младше 18 лет: посетители не видят никогда."))


def _hidden_by_draft(mentor: Mentor, on: date) -> HiddenReason | None:
    if mentor.live:
        return None
    return HiddenReason(HiddenBy.DRAFT, _("Черновик: запись не опубликована."))


def _hidden_by_selection(mentor: Mentor, on: date) -> HiddenReason | None:
    if mentor.selection_state in FINDABLE_STATES:
        return None
    state = mentor.get_selection_state_display()
    return HiddenReason(HiddenBy.SELECTION, _("Ход отбора – «%(state)s»: ещё или уже не в банке.") % {"state": state})


def _hidden_by_place(mentor: Mentor, on: date) -> HiddenReason | None:
    if not mentor.organisation.is_active:
        return HiddenReason(HiddenBy.PLACE, _("Организация отмечена как закрытая."))
    if not mentor.organisation.municipality.is_active:
        return HiddenReason(HiddenBy.PLACE, _("Муниципалитет не участвует."))
    return None


def _hidden_by_age_of_entry(mentor: Mentor, on: date) -> HiddenReason | None:
    if mentor.freshness(on) != Freshness.GREY:
        return None
    since = f"{mentor.confirmed_on:%d.%m.%Y}"
    return HiddenReason(HiddenBy.GREY, _("Не подтверждалось с %(since)s.") % {"since": since})


def _consent_words(by: HiddenBy, consents: list[MentorConsent], on: date) -> str:
    """What is wrong with the latest consent to a purpose."""
    what = _("на обработку данных") if by == HiddenBy.PROCESSING else _("на публикацию")
    latest = max(consents, key=lambda consent: (consent.given_on, consent.pk), default=None)
    if latest is None:
        return _("Нет согласия %(what)s.") % {"what": what}
    if latest.withdrawn_on is not None and latest.withdrawn_on <= on:
        return _("Согласие %(what)s отозвано %(day)s.") % {"what": what, "day": f"{latest.withdrawn_on:%d.%m.%Y}"}
    if latest.given_on > on:
        return _("Согласие %(what)s начнёт действовать %(day)s.") % {"what": what, "day": f"{latest.given_on:%d.%m.%Y}"}
    return _("Согласие %(what)s закончилось %(day)s.") % {"what": what, "day": f"{latest.valid_until:%d.%m.%Y}"}
