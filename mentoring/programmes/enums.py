"""The words of a programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Goal(models.TextChoices):
    """What mentoring is for: the five goals of S0-06."""

    KEEP = "keep", _("закрепить молодых педагогов в профессии")
    REVEAL = "reveal", _("раскрыть возможности каждого через индивидуальный образовательный маршрут")
    MASTER = "master", _("повысить профессиональное мастерство")
    SPEED = "speed", _("ускорить профессиональное становление")
    IMPROVE = "improve", _("совершенствовать формы и методы наставничества")


class StartMonth(models.IntegerChoices):
    """When the work of a programme begins: with the school year, or late (S0-08)."""

    SEPTEMBER = 9, _("сентябрь")
    NOVEMBER = 11, _("ноябрь, поздний старт")
