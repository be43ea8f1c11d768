"""How each person wants to hear of practices."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MailChoice(models.TextChoices):
    """How often mails about practices come."""

    EACH = "each", _("сразу о каждом шаге")
    DIGEST = "digest", _("одним письмом утром")
    NONE = "none", _("не присылать, смотрю очередь на сайте")


class MailPreference(models.Model):
    """A person's choice; who has made none gets each mail at once."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="practice_mails")
    choice = models.CharField(_("письма о практиках"), max_length=10, choices=MailChoice, default=MailChoice.EACH)

    class Meta:
        verbose_name = _("выбор писем о практиках")
        verbose_name_plural = _("выбор писем о практиках")

    def __str__(self) -> str:
        return f"{self.user}: {self.get_choice_display()}"


def choices_of(user_ids: Iterable[int]) -> dict[int, MailChoice]:
    """What these people have chosen; those who have not are not in it."""
    chosen = MailPreference.objects.filter(user__in=user_ids).values_list("user_id", "choice")
    return {user_id: MailChoice(choice) for user_id, choice in chosen}
