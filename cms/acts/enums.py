from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Who is bound by an act."""

    FEDERAL = "federal", _("федеральный")
    REGIONAL = "regional", _("региональный")
    MUNICIPAL = "municipal", _("муниципальный")
    ORGANISATION = "organisation", _("организация")


class Kind(models.TextChoices):
    """Kinds of acts (domain, «Normative acts»)."""

    DIRECTIVE = "directive", _("распоряжение")
    ORDER = "order", _("приказ")
    LETTER = "letter", _("письмо")
    REGULATION = "regulation", _("положение")
    CONCEPT = "concept", _("концепция")
    PROGRAMME = "programme", _("программа")
    ROADMAP = "roadmap", _("дорожная карта")


#: «на основании чего»: kinds in the genitive.
KIND_GENITIVE = {
    Kind.DIRECTIVE: _("распоряжения"),
    Kind.ORDER: _("приказа"),
    Kind.LETTER: _("письма"),
    Kind.REGULATION: _("положения"),
    Kind.CONCEPT: _("концепции"),
    Kind.PROGRAMME: _("программы"),
    Kind.ROADMAP: _("дорожной карты"),
}
#: «отменено чем»: kinds in the instrumental.
KIND_INSTRUMENTAL = {
    Kind.DIRECTIVE: _("распоряжением"),
    Kind.ORDER: _("приказом"),
    Kind.LETTER: _("письмом"),
    Kind.REGULATION: _("положением"),
    Kind.CONCEPT: _("концепцией"),
    Kind.PROGRAMME: _("программой"),
    Kind.ROADMAP: _("дорожной картой"),
}


class RelationKind(models.TextChoices):
    """What an act does to another one."""

    RESTS_ON = "rests_on", _("издан на основании")
    IMPLEMENTS = "implements", _("издан во исполнение")
    AMENDS = "amends", _("изменяет")
    CANCELS = "cancels", _("отменяет")


#: Relations by which an act loses its ground when the other one loses force.
GROUNDS = frozenset({RelationKind.RESTS_ON, RelationKind.IMPLEMENTS})


class Deed(models.TextChoices):
    """What an operative paragraph does."""

    APPROVES = "approves", _("утверждает")
    APPOINTS = "appoints", _("назначает")
    ORDERS = "orders", _("поручает")
    OTHER = "other", _("другое")


class ActState(models.TextChoices):
    """What an act is on a day; computed from relations and dates, never typed."""

    FUTURE = "future", _("ещё не действует")
    IN_FORCE = "in_force", _("действует")
    CHANGED = "changed", _("действует с изменениями")
    EXPIRED = "expired", _("срок действия истёк")
    CANCELLED = "cancelled", _("утратил силу")

    @property
    def is_in_force(self) -> bool:
        """Whether one may rely on the act."""
        return self in (ActState.IN_FORCE, ActState.CHANGED)


class MentoringModel(models.TextChoices):
    """Models of mentoring that an act is about (S0-04); the codes are those of the forms of pairs."""

    TEACHER_TEACHER = "teacher-teacher", _("учитель – учитель")
    PUPIL_PUPIL = "pupil-pupil", _("ученик – ученик")
    STUDENT_STUDENT = "student-student", _("студент – студент")
    STUDENT_PUPIL = "student-pupil", _("студент – ученик")
    EMPLOYER_PUPIL = "employer-pupil", _("работодатель – ученик")
