"""The record of a personal link; the token itself is not in it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.personal_links.querysets import PersonalLinkQuerySet


class PersonalLink(models.Model):
    """A door to one thing for one person without an account; closed by its last moment or by a revocation."""

    purpose = models.CharField(_("для чего"), max_length=40, help_text=_("Ключ раздела: «duets.answers»."))
    subject_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+", editable=False)
    subject_id = models.PositiveBigIntegerField(editable=False)
    subject = GenericForeignKey("subject_type", "subject_id")
    person_key = models.CharField(_("чья, по-машинному"), max_length=80, blank=True)
    person = models.CharField(_("чья"), max_length=200)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField(_("выдана"), default=timezone.now, editable=False)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("кто выдал")
    )
    expires_at = models.DateTimeField(_("действует до"))
    revoked_at = models.DateTimeField(_("отозвана"), null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField(_("последний раз открыта"), null=True, blank=True, editable=False)

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        verbose_name = _("личная ссылка")
        verbose_name_plural = _("личные ссылки")
        indexes = [models.Index(fields=["subject_type", "subject_id", "purpose"])]

    def __str__(self) -> str:
        return self.person

    def is_in_force(self, now: datetime) -> bool:
        """The same rule as ``PersonalLinkQuerySet.in_force``."""
        return self.revoked_at is None and self.expires_at > now
