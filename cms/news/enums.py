from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom an event is for (S0-11)."""

    MENTORS = "mentors", _("наставники")
    YOUNG_TEACHERS = "young-teachers", _("молодые педагоги")
    CURATORS = "curators", _("кураторы")
    METHODISTS = "methodists", _("методисты и координаторы")
    HEADS = "heads", _("руководители организаций")
    CENTRES = "centres", _("педагоги «Точек роста» и «Кванториумов»")
    STUDENTS = "students", _("студенты")
    PUPILS = "pupils", _("ученики")
    PARENTS = "parents", _("родители")


class Shelf(models.TextChoices):
    """What the section shows; the words of its address."""

    ALL = "", _("Всё")
    NEWS = "novosti", _("Новости")
    COMING = "budet", _("События впереди")
    PAST = "bylo", _("Прошедшие события")
