from django.db import models
from django.utils.translation import gettext_lazy as _


class MentionState(models.TextChoices):
    """What is known of a name in a text."""

    LINKED = "linked", _("это этот человек")
    ANOTHER = "another", _("это другой человек")
    FOUND = "found", _("имя найдено, никто не решил, чьё оно")
