"""A place of the site with the questions that lead to it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from search.bets.places import is_place
from search.synonyms.phrases import MAX_LENGTH, phrases, plain, repeated


class BestBet(models.Model):
    """Whoever asks the site search one of the questions sees this place above everything else."""

    text = models.TextField(
        gettext_lazy("как это ищут"),
        max_length=2000,
        help_text=gettext_lazy("Каждый вопрос с новой строки: «стать наставником», «контакты». Формы слов не важны."),
    )
    title = models.CharField(gettext_lazy("название"), max_length=120, help_text=gettext_lazy("«Стать наставником»"))
    note = models.CharField(
        gettext_lazy("что там"),
        max_length=240,
        blank=True,
        help_text=gettext_lazy("Одно предложение. Пусто – посетитель увидит первую строку страницы."),
    )
    page = models.ForeignKey(
        Page, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=gettext_lazy("страница сайта")
    )
    address = models.CharField(
        gettext_lazy("или адрес на сайте"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("Если это не страница, а форма или список: «/nastavniki/stat-nastavnikom/»."),
    )
    is_active = models.BooleanField(gettext_lazy("показывать"), default=True)

    class Meta:
        app_label = "duet_search"
        ordering = ["title", "pk"]
        verbose_name = gettext_lazy("подсказка поиска")
        verbose_name_plural = gettext_lazy("подсказки поиска")

    def __str__(self) -> str:
        return self.title

    @property
    def phrases(self) -> list[str]:
        """The questions, one after another."""
        return phrases(self.text)

    def clean(self) -> None:
        """At least one question that says something, and one place that exists."""
        super().clean()
        self.text, self.address = "\n".join(self.phrases), self.address.strip()
        problems = {"text": _question_problem(self.phrases), "address": self._place_problem()}
        if told := {field: words for field, words in problems.items() if words}:
            raise ValidationError(told)

    def _place_problem(self) -> str:
        if bool(self.page_id) == bool(self.address):
            return _("Укажите что-то одно: страницу или адрес.")
        if self.address and not is_place(self.address):
            return _("По адресу «%(address)s» на сайте ничего нет. Он начинается с «/», без имени сайта.") % {
                "address": self.address
            }
        return ""


def _question_problem(lines: list[str]) -> str:
    if not lines:
        return _("Впишите хотя бы один вопрос.")
    for line in lines:
        if not plain(line) or len(line) > MAX_LENGTH:
            return _("Строку «%(line)s…» никто не наберёт. Оставьте несколько слов.") % {"line": line[:40]}
    twice = repeated(lines)
    return _("«%(phrase)s» стоит дважды.") % {"phrase": twice[0]} if twice else ""
