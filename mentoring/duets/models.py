"""The project of one duet: who speaks, about what, and what each of them answered."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from cms.territories.models import Municipality
from mentoring.duets.enums import Optics, ProjectState, Voice
from mentoring.duets.months import first_of_month, month_words
from mentoring.duets.querysets import ProjectQuerySet
from mentoring.duets.question_bank import BankQuestion
from mentoring.pairs.models import Pair, PairMentee

#: Letters in one answer; the form says so before the database does.
LONGEST_ANSWER = 6000


class DuetProject(models.Model):
    """The duet of one month of a municipality, or of the region itself; its state moves by actions alone."""

    territory_path = "municipality"

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duet_projects",
        verbose_name=_("муниципалитет"),
        help_text=_("Пусто – дуэт всего региона."),
    )
    month = models.DateField(_("месяц"), help_text=_("Любой день этого месяца."))
    working_title = models.CharField(_("рабочее название"), max_length=160, blank=True)
    state = models.CharField(
        _("состояние"), max_length=20, choices=ProjectState, default=ProjectState.IDEA, editable=False
    )
    pair = models.ForeignKey(
        Pair,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="duet_projects",
        verbose_name=_("пара"),
    )
    mentee = models.ForeignKey(
        PairMentee,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="duet_projects",
        verbose_name=_("дуэт"),
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("кто ведёт"),
    )
    due_on = models.DateField(_("текущий шаг – до"), null=True, blank=True)
    offered_at = models.DateTimeField(_("слова показаны участникам"), null=True, blank=True, editable=False)
    publish_at = models.DateTimeField(_("когда опубликовать"), null=True, blank=True, editable=False)
    state_since = models.DateTimeField(default=timezone.now, editable=False)
    page = models.OneToOneField(
        "mentoring.DuetInterviewPage",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="project",
        verbose_name=_("страница"),
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-month", "-pk"]
        verbose_name = _("дуэт месяца")
        verbose_name_plural = _("дуэты месяца")
        indexes = [models.Index(fields=["municipality", "month"]), models.Index(fields=["state", "publish_at"])]

    def __str__(self) -> str:
        return _g("Дуэт, %(month)s") % {"month": month_words(self.month)}

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the first day of the month, and the pair of the chosen mentee."""
        self.month = first_of_month(self.month)
        if self.mentee is not None:
            self.pair = self.mentee.pair
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        """A minor does not speak in public."""
        if self.mentee is not None and self.mentee.is_minor:
            raise ValidationError({"mentee": _("Наставляемому нет 18 лет: такое интервью не публикуют.")})

    @property
    def by_voice(self) -> dict[Voice, Speaker]:
        """The two speakers; empty before the invitation."""
        return {Voice(speaker.voice): speaker for speaker in self.speakers.all()}

    def is_late(self, on: date) -> bool:
        """The same rule as ``ProjectQuerySet.late``."""
        if self.state in {ProjectState.PUBLISHED, ProjectState.DECLINED, ProjectState.CANCELLED}:
            return False
        return self.month < first_of_month(on) or (self.due_on is not None and self.due_on < on)


class Speaker(models.Model):
    """One of the two: the name and words under it as the page will show them, and what this person has done so far."""

    project = models.ForeignKey(DuetProject, models.CASCADE, related_name="speakers", verbose_name=_("дуэт"))
    voice = models.CharField(_("голос"), max_length=10, choices=Voice)
    name = models.CharField(_("имя на странице"), max_length=160, help_text=_("«Вера Аркадьевна Лосева»"))
    about = models.CharField(
        _("подпись под именем"), max_length=240, blank=True, help_text=_("Должность, место работы, сколько лет в школе")
    )
    email = models.EmailField(_("почта для ссылки"), blank=True, help_text=_("Посетители её не видят."))
    agreed_at = models.DateTimeField(_("согласие участвовать"), null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("ответы отправлены"), null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(_("слова утверждены"), null=True, blank=True, editable=False)
    approved_hash = models.CharField(max_length=64, blank=True, editable=False)
    remark = models.TextField(_("что просит поправить"), max_length=2000, blank=True, editable=False)

    class Meta:
        ordering = ["project", "-voice"]  # «mentor» before «mentee»
        verbose_name = _("участник дуэта")
        verbose_name_plural = _("участники дуэта")
        constraints = [models.UniqueConstraint(fields=["project", "voice"], name="one_speaker_a_voice")]

    def __str__(self) -> str:
        return f"{self.name}, {Voice(self.voice).label}"


class ProjectQuestion(models.Model):
    """A question of one project, put to both in the same words."""

    project = models.ForeignKey(DuetProject, models.CASCADE, related_name="questions", verbose_name=_("дуэт"))
    order = models.PositiveSmallIntegerField(_("порядок"), default=1)
    text = models.CharField(_("вопрос"), max_length=240)
    source = models.ForeignKey(
        BankQuestion, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("из банка")
    )
    optics = models.CharField(_("двойная оптика"), max_length=10, choices=Optics, blank=True)
    quote_voice = models.CharField(_("чья цитата"), max_length=10, choices=Voice, blank=True)
    quote = models.CharField(
        _("цитата крупно"), max_length=240, blank=True, help_text=_("Дословно из ответа на этот вопрос.")
    )

    class Meta:
        ordering = ["project", "order", "pk"]
        verbose_name = _("вопрос дуэта")
        verbose_name_plural = _("вопросы дуэта")

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """What one speaker says to one question: the own draft, what was sent, and the words as edited for the page."""

    question = models.ForeignKey(ProjectQuestion, models.CASCADE, related_name="answers", verbose_name=_("вопрос"))
    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="answers", verbose_name=_("кто отвечает"))
    draft = models.TextField(_("черновик"), blank=True, validators=[MaxLengthValidator(LONGEST_ANSWER)])
    sent = models.TextField(_("как прислано"), blank=True, editable=False)
    text = models.TextField(_("слова для страницы"), blank=True, validators=[MaxLengthValidator(LONGEST_ANSWER)])
    is_silent = models.BooleanField(_("без ответа"), default=False)

    class Meta:
        ordering = ["question", "speaker"]
        verbose_name = _("ответ")
        verbose_name_plural = _("ответы")
        constraints = [
            models.UniqueConstraint(fields=["question", "speaker"], name="one_answer_to_a_question"),
            models.CheckConstraint(
                condition=Q(is_silent=False) | Q(text=""),
                name="silence_has_no_words",
                violation_error_message=_("Отмечено «без ответа», но слова есть. Уберите отметку или слова."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
