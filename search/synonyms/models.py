"""A group of synonyms."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.synonyms.phrases import MAX_LENGTH, MOST_WORDS, phrases, plain, repeated, tells


class SynonymGroup(models.Model):
    """Phrases that mean the same; whichever of them is typed, all of them are searched."""

    text = models.TextField(
        gettext_lazy("слова и выражения"),
        max_length=2000,
        help_text=gettext_lazy("Каждое с новой строки: «ИЗО», «изобразительное искусство». Порядок не важен."),
    )
    note = models.CharField(
        gettext_lazy("пояснение"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("Для других редакторов: откуда взялась группа."),
    )
    is_active = models.BooleanField(gettext_lazy("использовать в поиске"), default=True)

    class Meta:
        app_label = "duet_search"
        ordering = ["text"]
        verbose_name = gettext_lazy("группа синонимов")
        verbose_name_plural = gettext_lazy("синонимы")

    def __str__(self) -> str:
        return " – ".join(self.phrases)

    @property
    def phrases(self) -> list[str]:
        """What the group holds, one phrase after another."""
        return phrases(self.text)

    def clean(self) -> None:
        """At least two different phrases, none too long, none that another group has."""
        super().clean()
        lines = self.phrases
        problem = _problem(lines) or self._taken(lines)
        if problem:
            raise ValidationError({"text": problem})
        self.text = "\n".join(lines)

    def _taken(self, lines: list[str]) -> str:
        own = {plain(line): line for line in lines}
        for other in SynonymGroup.objects.exclude(pk=self.pk):
            for phrase in other.phrases:
                if plain(phrase) in own:
                    return _("«%(phrase)s» уже есть в группе «%(group)s». Допишите слова туда.") % {
                        "phrase": own[plain(phrase)],
                        "group": other,
                    }
        return ""


def _problem(lines: list[str]) -> str:
    """What is wrong with the phrases by themselves, in words; empty if nothing is."""
    if len(lines) < 2:
        return _("Нужно хотя бы два выражения, каждое с новой строки.")
    for line in lines:
        number = len(plain(line).split())
        if not number:
            return _("В строке «%(line)s» нет ни слова.") % {"line": line}
        if not tells(line):
            return _(
                "«%(line)s» состоит из слов, которые поиск пропускает, и ничего не найдёт. "
                "Допишите слово по делу или уберите строку."
            ) % {"line": line}
        if number > MOST_WORDS or len(line) > MAX_LENGTH:
            return _("«%(line)s» длиннее %(words)s слов: так никто не ищет. Сократите.") % {
                "line": f"{line[:40]}…",
                "words": MOST_WORDS,
            }
    twice = repeated(lines)
    return _("«%(phrase)s» стоит в группе дважды.") % {"phrase": twice[0]} if twice else ""
