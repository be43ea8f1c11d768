from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What was decided or done."""

    SUBMIT = "submit", _("отправлена на проверку")
    CORRECT = "correct", _("отправлена редакторская правка")
    OVERRIDE = "override", _("отправлена, хотя показатели не достигнуты")
    APPROVE = "approve", _("одобрена на этапе")
    RETURN = "return", _("возвращена с замечаниями")
    REJECT = "reject", _("отклонена")
    RECALL = "recall", _("отозвана автором")
    REOPEN = "reopen", _("возвращена в работу")
    PUBLISH = "publish", _("опубликована")
    WITHDRAW = "withdraw", _("снята с публикации")
    ASK = "ask", _("эксперт приглашён")
    SCORE = "score", _("эксперт поставил оценку")
    DECLINE = "decline", _("эксперт отказался")
    RESOLVE = "resolve", _("замечание исправлено")
