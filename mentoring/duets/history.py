"""How the steps of a duet read in its history."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

LABELS = {
    "duet.project.questions": gettext_lazy("Вопросы выбраны"),
    "duet.project.invite": gettext_lazy("Приглашены оба"),
    "duet.project.agree": gettext_lazy("Согласие участвовать"),
    "duet.project.decline": gettext_lazy("Отказ участвовать"),
    "duet.project.send": gettext_lazy("Ответы отправлены"),
    "duet.project.call_back": gettext_lazy("Ответы взяты назад"),
    "duet.project.words": gettext_lazy("Слова отредактированы"),
    "duet.project.ask_on": gettext_lazy("Задан ещё вопрос"),
    "duet.project.offer": gettext_lazy("Слова показаны участникам"),
    "duet.project.approve": gettext_lazy("Слова утверждены"),
    "duet.project.remark": gettext_lazy("Просьба поправить"),
    "duet.project.build": gettext_lazy("Страница собрана"),
    "duet.project.schedule": gettext_lazy("Назначен день"),
    "duet.project.unschedule": gettext_lazy("Назначенный день снят"),
    "duet.project.publish": gettext_lazy("Разговор опубликован"),
    "duet.project.take_down": gettext_lazy("Разговор снят с сайта"),
    "duet.project.cancel": gettext_lazy("Дуэт отменён"),
    "duet.project.reopen": gettext_lazy("Дуэт начат заново"),
}
