"""What is done with personal links; the right to it is the right to the thing that the link leads to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.personal_links.models import PersonalLink
from cms.personal_links.querysets import PersonalLinkQuerySet
from cms.personal_links.tokens import fingerprint, new_token


class LinkRefused(Refused):
    """The link cannot be issued, renewed or revoked this way."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose link: the room's purpose, its own key of the person, and the words for the editor."""

    purpose: str
    key: str
    words: str


class LinkAction(Action):
    """Acts on the link that one person has to ``thing``."""

    log_action: ClassVar[str] = ""

    def __init__(self, subject: models.Model, holder: Holder, user: User | None) -> None:
        super().__init__(subject, user)
        self.holder = holder

    def former(self) -> PersonalLinkQuerySet:
        """Every link that this person was ever given to this thing for this purpose."""
        links: PersonalLinkQuerySet = PersonalLink.objects.about(self.thing)
        return links.for_purpose(self.holder.purpose).of(self.holder.key)

    def log_data(self) -> dict[str, Any]:
        return {"note": self.holder.words}


class IssueLink(LinkAction):
    """Gives a person a new link; every former one stops. After ``execute`` read ``token`` once: it is not kept."""

    log_action = "duet.link.issue"

    token: str
    link: PersonalLink

    def __init__(self, subject: models.Model, holder: Holder, expires_at: datetime, user: User | None) -> None:
        super().__init__(subject, holder, user)
        self.expires_at = expires_at

    def check(self) -> None:
        _require_future(self.expires_at)

    def apply(self) -> None:
        now = timezone.now()
        self.former().in_force(now).update(revoked_at=now)
        self.token = new_token()
        self.link = PersonalLink.objects.create(
            purpose=self.holder.purpose,
            subject=self.thing,
            person_key=self.holder.key,
            person=self.holder.words,
            fingerprint=fingerprint(self.token),
            issued_by_id=None if self.user is None else self.user.pk,
            expires_at=self.expires_at,
        )


class RenewLink(LinkAction):
    """Lets the person's last link work until a later moment, also when its time is over; not after a revocation."""

    log_action = "duet.link.renew"

    def __init__(self, subject: models.Model, holder: Holder, expires_at: datetime, user: User | None) -> None:
        super().__init__(subject, holder, user)
        self.expires_at = expires_at

    def check(self) -> None:
        _require_future(self.expires_at)
        last = self.former().first()
        if last is None or last.revoked_at is not None:
            raise LinkRefused(_("Продлевать нечего: ссылка отозвана или не выдавалась. Выдайте новую."))

    def apply(self) -> None:
        last = self.former().select_for_update().first()
        if last is not None:
            last.expires_at = self.expires_at
            last.save(update_fields=["expires_at"])


class RevokeLink(LinkAction):
    """Closes every link of the person to the thing; there may be none."""

    log_action = "duet.link.revoke"

    def apply(self) -> None:
        now = timezone.now()
        self.former().in_force(now).update(revoked_at=now)


def _require_future(moment: datetime) -> None:
    if moment <= timezone.now():
        raise LinkRefused(_("Срок ссылки уже прошёл. Выберите день позже сегодняшнего."))
