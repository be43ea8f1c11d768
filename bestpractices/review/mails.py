"""Mails about practices: through the outbox, at once, in the morning, or not at all, as each person has chosen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bestpractices.review.grants import PRACTICE, Act
from bestpractices.review.preferences import MailChoice, choices_of
from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.grants import roles_granted
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later

KIND = register_mail_kind("practice", _("О практиках"))


def mail_to(users: Iterable[Any], subject: str, body: str, *, kind: str = KIND, key: str = "") -> None:
    """Write to each of the people as they have chosen; the same ``key`` to the same person is one mail."""
    people = {user.pk: user for user in users if user is not None and user.is_active and user.email}
    chosen = choices_of(people)
    for pk, user in people.items():
        choice = chosen.get(pk, MailChoice.EACH)
        if choice == MailChoice.EACH:
            send_later(user.email, subject, body, kind=kind, key=key)
        elif choice == MailChoice.DIGEST:
            tomorrow = timezone.localdate() + timedelta(days=1)
            send_later(user.email, subject, body, kind=kind, key=key, digest_for=tomorrow)


def people_who_may(act: Act, municipality_id: int | None) -> list[Any]:
    """Active people whose role lets them do the act in this municipality."""
    roles = roles_granted(PRACTICE, [act])
    here = Q(appointments__role__in=roles - REGION_WIDE_ROLES, appointments__municipality_id=municipality_id)
    anywhere = Q(appointments__role__in=roles & REGION_WIDE_ROLES)
    users = get_user_model()._default_manager.filter(here | anywhere, is_active=True)
    return list(users.distinct().order_by("pk"))
