"""A curator's consent is recorded once and withdrawn once."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Refused
from mentoring.programmes.curators.models import CuratorConsent, consents_in_force
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.actions import ProgrammeAction


class RecordCuratorConsent(ProgrammeAction):
    """Writes down that the present curator of a programme agrees to be named."""

    log_action = "duet.curator.consent"

    def __init__(self, programme: ProgrammePage, user: User | None, consent: CuratorConsent) -> None:
        super().__init__(programme, user)
        self.consent = consent

    def check(self) -> None:
        if not self.thing.curator_name or self.thing.organisation is None:
            raise Refused(_("Сначала назовите куратора и организацию и сохраните программу."))
        if self.consent.given_on > timezone.localdate():
            raise Refused(_("Дата согласия ещё не наступила."))
        self.consent.programme = self.thing
        self.consent.organisation = self.thing.organisation
        self.consent.curator_name = self.thing.curator_name.strip()
        self.consent.recorded_by_id = None if self.user is None else self.user.pk
        self.consent.full_clean()

    def apply(self) -> None:
        self.consent.save()

    def log_data(self) -> dict[str, Any]:
        return {"consent": str(self.consent)}


class WithdrawCuratorConsent(ProgrammeAction):
    """Ends all consents of the present curator from a day on, for good: name and phone leave the site at once."""

    log_action = "duet.curator.withdraw"

    def __init__(self, programme: ProgrammePage, user: User | None, on: date) -> None:
        super().__init__(programme, user)
        self.on = on

    def check(self) -> None:
        self.ended = consents_in_force(self.thing, self.on)
        if not self.ended:
            raise Refused(_("Действующего согласия нет: отзывать нечего."))
        if self.on > timezone.localdate():
            raise Refused(_("День отзыва ещё не наступил."))

    def apply(self) -> None:
        for consent in self.ended:
            consent.withdrawn_on = self.on
            consent.save(update_fields=["withdrawn_on"])

    def log_data(self) -> dict[str, Any]:
        return {"consent": "; ".join(str(consent) for consent in self.ended)}
