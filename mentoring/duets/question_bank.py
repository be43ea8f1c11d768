"""The region's bank of questions, by themes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.duets.enums import Theme


class BankQuestionQuerySet(models.QuerySet["BankQuestion"]):
    """Questions about questions."""

    def offered(self) -> BankQuestionQuerySet:
        """Those that editors may take."""
        return self.filter(is_active=True)


class BankQuestion(models.Model):
    """A question worth asking both, and what to ask on where only one of them spoke."""

    text = models.CharField(_("вопрос"), max_length=240, unique=True)
    theme = models.CharField(_("тема"), max_length=20, choices=Theme, default=Theme.LESSON)
    follow_up = models.CharField(
        _("что спросить дальше"), max_length=240, blank=True, help_text=_("Если на вопрос ответил только один.")
    )
    order = models.PositiveSmallIntegerField(_("порядок"), default=100)
    is_active = models.BooleanField(_("предлагать"), default=True)

    objects = BankQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("вопрос для дуэта")
        verbose_name_plural = _("вопросы для дуэтов")

    def __str__(self) -> str:
        return self.text
