from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import models

from cms.personal_links.tokens import fingerprint, is_ours

if TYPE_CHECKING:
    from cms.personal_links.models import PersonalLink


class PersonalLinkQuerySet(models.QuerySet["PersonalLink"]):
    """Questions about personal links."""

    def in_force(self, now: datetime) -> PersonalLinkQuerySet:
        """Those that open a page at this moment."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)

    def for_purpose(self, purpose: str) -> PersonalLinkQuerySet:
        """Those that open one kind of page."""
        return self.filter(purpose=purpose)

    def about(self, subject: models.Model) -> PersonalLinkQuerySet:
        """Those that lead to this thing."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(subject_type=kind, subject_id=subject.pk)

    def of(self, person_key: str) -> PersonalLinkQuerySet:
        """Those of one person of the thing, by the room's own key («mentor», an expert's id)."""
        return self.filter(person_key=person_key)

    def opened_by(self, token: str, purpose: str, now: datetime) -> PersonalLink | None:
        """The link that this token opens now; None alike for an altered, unknown, expired or revoked one."""
        if not is_ours(token):
            return None
        return self.in_force(now).for_purpose(purpose).filter(fingerprint=fingerprint(token)).first()
