from django.db import models
from django.utils.translation import gettext_lazy as _


class PairModel(models.TextChoices):
    """Forms of pairs by who meets whom (seed 000)."""

    TEACHER_TEACHER = "teacher-teacher", _("учитель – учитель")
    PUPIL_PUPIL = "pupil-pupil", _("ученик – ученик")
    STUDENT_STUDENT = "student-student", _("студент – студент")
    STUDENT_PUPIL = "student-pupil", _("студент – ученик")
    EMPLOYER_PUPIL = "employer-pupil", _("работодатель – ученик")


class PairState(models.TextChoices):
    """Where the work of a pair stands."""

    DRAFT = "draft", _("готовится")
    ACTIVE = "active", _("работает")
    PAUSED = "paused", _("приостановлена")
    COMPLETED = "completed", _("завершена")
    ENDED = "ended", _("прекращена досрочно")


#: States in which the mentees hold places of their mentor.
HOLDING_STATES = frozenset({PairState.ACTIVE, PairState.PAUSED})
