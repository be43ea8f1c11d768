"""States of a stage, and the documents in which stages result."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StageState(models.TextChoices):
    """Where the work on a stage stands."""

    PLANNED = "planned", _("впереди")
    UNDER_WAY = "under-way", _("идёт")
    CLOSED = "closed", _("закрыт")


#: What may follow a state; every other move is refused.
STAGE_TRANSITIONS: dict[StageState, frozenset[StageState]] = {
    StageState.PLANNED: frozenset({StageState.UNDER_WAY}),
    StageState.UNDER_WAY: frozenset({StageState.CLOSED, StageState.PLANNED}),
    StageState.CLOSED: frozenset({StageState.UNDER_WAY}),
}


class ResultKind(models.TextChoices):
    """A document in which a stage results."""

    ORDER = "order", _("приказ организации")
    REGULATION = "regulation", _("положение о наставничестве")
    PROGRAMME = "programme", _("программа наставничества")
    ROADMAP = "roadmap", _("дорожная карта")
    MENTEES = "mentees", _("база наставляемых")
    MENTORS = "mentors", _("база наставников")
    TRAINED = "trained", _("список отобранных и обученных наставников")
    PAIRS = "pairs", _("список наставнических пар")
    FEEDBACK = "feedback", _("промежуточные результаты и обратная связь")
    OUTCOME = "outcome", _("итоги работы пар и групп")


#: Documents that name people: kept apart from the public ones, seen only by those who lead the programme.
PERSONAL_RESULTS = frozenset({ResultKind.MENTEES, ResultKind.MENTORS, ResultKind.TRAINED, ResultKind.PAIRS})
