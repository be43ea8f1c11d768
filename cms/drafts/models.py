"""What somebody typed into a form and has not saved yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.personal_links.models import PersonalLink

#: A draft that nobody came back to.
KEPT = timedelta(days=14)
#: Drafts of one person; the oldest give way.
MOST = 50


class FormDraftQuerySet(models.QuerySet["FormDraft"]):
    """Drafts by their owner."""

    def outlived(self, now: Any) -> FormDraftQuerySet:
        """Those that nobody came back to."""
        return self.filter(saved_at__lt=now - KEPT)


class FormDraft(models.Model):
    """The fields of one form on one page, of one person or of whoever holds one personal link."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    link = models.ForeignKey(PersonalLink, models.CASCADE, null=True, related_name="+")
    #: The path of the page; empty for a personal link, whose path is a secret.
    page = models.CharField(_("страница"), max_length=500, blank=True)
    form = models.CharField(_("форма"), max_length=32)
    #: Pairs of name and value, as a browser would send them.
    fields = models.JSONField(_("поля"))
    #: The token of the form in which it was typed: what had been seen then.
    token = models.TextField(_("метка формы"))
    #: What the form calls its fields, for words whose field is gone.
    labels = models.JSONField(_("подписи"), default=dict)
    #: The session ended, or the page grew old, at the moment of saving: the form comes back filled.
    is_interrupted = models.BooleanField(_("прервано"), default=False)
    saved_at = models.DateTimeField(_("сохранено"), default=timezone.now, db_index=True)

    objects = FormDraftQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "page", "form"], name="cms_draft_of_a_person"),
            models.UniqueConstraint(fields=["link", "form"], name="cms_draft_of_a_link"),
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(link__isnull=True), name="cms_draft_has_one_owner"
            ),
        ]
        verbose_name = _("черновик формы")
        verbose_name_plural = _("черновики форм")
