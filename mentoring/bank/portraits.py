"""When a mentor's portrait may be seen: while the entry is public and its consent names the portrait."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from cms.files.holders import Holder, Keys, holders
from mentoring.bank.models import Mentor
from mentoring.bank.presenters import public_mentors


def declare_portraits() -> None:
    """Tell what hands out files about mentors."""
    holders.add(Holder(Mentor, _is_public, _is_readable))


def _is_public(keys: Keys) -> bool:
    mentors = Mentor.objects.for_presenting().filter(pk__in=keys)
    return any(mentor.portrait_id for mentor in public_mentors(mentors, timezone.localdate()))


def _is_readable(keys: Keys, user: User) -> bool:
    return visible_to(user, Mentor.objects.filter(pk__in=keys)).exists()
