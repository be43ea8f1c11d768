from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewStatus(models.TextChoices):
    """Where one expert's work stands."""

    ASKED = "asked", _("ждём оценку")
    SCORED = "scored", _("оценено")
    DECLINED = "declined", _("эксперт отказался")
    REPLACED = "replaced", _("эксперт заменён")


#: Statuses that count as an expert of the practice.
COUNTING = frozenset({ReviewStatus.ASKED, ReviewStatus.SCORED})

#: The highest number of points by one criterion.
TOP_POINTS = 5
