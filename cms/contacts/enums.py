from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """Why a visitor writes."""

    QUESTION = "question", _("вопрос координатору")
    MISTAKE = "mistake", _("ошибка на сайте")
