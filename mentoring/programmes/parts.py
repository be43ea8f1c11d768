"""What a programme consists of beside its own fields; all of it is part of the draft."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cms.acts.citing import citation
from mentoring.pairs.enums import PairModel
from mentoring.reference.models import SchoolDocument, WorkFormat

#: The highest age that a programme may name, in years.
OLDEST = 100
PROGRAMME = "mentoring.ProgrammePage"


class Participant(Orderable):
    """Who can take one of the two roles, with the age bounds of this very programme in years (S2-01)."""

    who = models.CharField(gettext_lazy("кто"), max_length=200, help_text=gettext_lazy("«обучающиеся», «выпускники»"))
    age_from = models.PositiveSmallIntegerField(
        gettext_lazy("возраст от, лет"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )
    age_to = models.PositiveSmallIntegerField(
        gettext_lazy("до, лет"), null=True, blank=True, validators=[MaxValueValidator(OLDEST)]
    )

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.who} ({self.ages})" if self.ages else self.who

    def clean(self) -> None:
        super().clean()
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            raise ValidationError({"age_to": _("Верхняя граница возраста меньше нижней. Проверьте числа.")})

    @property
    def ages(self) -> str:
        """«10–15 лет», «от 14 лет», «до 18 лет»; nothing where the programme names no bounds."""
        if self.age_from is not None and self.age_to is not None:
            return _("%(from)s–%(to)s лет") % {"from": self.age_from, "to": self.age_to}
        if self.age_from is not None:
            return _("от %(from)s лет") % {"from": self.age_from}
        return _("до %(to)s лет") % {"to": self.age_to} if self.age_to is not None else ""


class ProgrammeMentor(Participant):
    """Who can be a mentor."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="mentors")

    class Meta(Participant.Meta):
        verbose_name = gettext_lazy("кто может быть наставником")


class ProgrammeMentee(Participant):
    """Who can be a mentee."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="mentees")

    class Meta(Participant.Meta):
        verbose_name = gettext_lazy("кто может быть наставляемым")


class ProgrammeTask(Orderable):
    """One task; its number is its place."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="tasks")
    text = models.TextField(gettext_lazy("задача"), max_length=600)

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("задача")

    def __str__(self) -> str:
        return self.text


class ProgrammeGround(Orderable):
    """An act that the programme rests on: a page of the acts, or a line to cite where there is none."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="grounds")
    act = models.ForeignKey(
        "cms.ActPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=gettext_lazy("акт на сайте"),
    )
    citation = models.CharField(
        gettext_lazy("или строкой"),
        max_length=400,
        blank=True,
        help_text=gettext_lazy("Кто издал, вид, дата и номер: «распоряжение Минпросвещения от 25.12.2019 № Р-145»"),
    )

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("основание")

    def __str__(self) -> str:
        return citation(self.act) if self.act else self.citation

    def clean(self) -> None:
        """One of the two is there; the line also keeps the words of an act whose page may be deleted one day."""
        super().clean()
        if self.act is not None:
            self.citation = citation(self.act)[:400]
        elif not self.citation.strip():
            raise ValidationError({"citation": _("Выберите акт на сайте или напишите документ строкой.")})


class ProgrammeForm(ClusterableModel, Orderable):
    """A chosen form of pairs, with its formats of work and the documents that it rests on (S2-02, S3-02)."""

    programme = ParentalKey(PROGRAMME, on_delete=models.CASCADE, related_name="forms")
    pair_model = models.CharField(gettext_lazy("форма пар"), max_length=20, choices=PairModel)
    formats = ParentalManyToManyField(
        WorkFormat, blank=True, related_name="+", verbose_name=gettext_lazy("форматы работы")
    )
    own_formats = models.TextField(
        gettext_lazy("свои форматы"),
        blank=True,
        max_length=1000,
        help_text=gettext_lazy("Чего нет в списке, по одному в строке."),
    )
    documents = ParentalManyToManyField(
        SchoolDocument, blank=True, related_name="+", verbose_name=gettext_lazy("на какие документы опираются")
    )
    own_documents = models.TextField(
        gettext_lazy("свои документы"),
        blank=True,
        max_length=1000,
        help_text=gettext_lazy("Чего нет в списке, по одному в строке."),
    )

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("форма пар")

    def __str__(self) -> str:
        return self.get_pair_model_display()

    @property
    def all_formats(self) -> list[str]:
        """The formats of the list, then the organisation's own."""
        return [*(entry.name for entry in self.formats.all()), *_lines(self.own_formats)]

    @property
    def all_documents(self) -> list[str]:
        """The documents of the list, then the organisation's own."""
        return [*(entry.name for entry in self.documents.all()), *_lines(self.own_documents)]


def _lines(text: str) -> list[str]:
    return [line.strip(" \t•·–-;") for line in text.splitlines() if line.strip(" \t•·–-;")]
