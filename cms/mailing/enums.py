from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("ждёт отправки")
    SENT = "sent", _("отправлено")
    FAILED = "failed", _("не отправлено")
