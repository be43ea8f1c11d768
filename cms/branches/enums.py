from django.db import models
from django.utils.translation import gettext_lazy as _


class Seat(models.TextChoices):
    """What a group of a branch does there."""

    WRITES = "writes", _("пишут")
    PUBLISHES = "publishes", _("публикуют")
