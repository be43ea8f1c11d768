"""The words of the duet interview, with named sets of states and the table of moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Voice(models.TextChoices):
    """Whose words: the order is fixed, the mentor speaks first."""

    MENTOR = "mentor", _("наставник")
    MENTEE = "mentee", _("наставляемый")

    @property
    def other(self) -> "Voice":
        """The partner's voice."""
        return Voice.MENTEE if self is Voice.MENTOR else Voice.MENTOR


class Optics(models.TextChoices):
    """How the two answers to a question stand to each other, as the editor marks it: the «двойная оптика»."""

    DIFFER = "differ", _("Видят по-разному")
    AGREE = "agree", _("Видят одинаково")
    ONE = "one", _("Говорит один")


class Theme(models.TextChoices):
    """What a question of the bank is about."""

    BEGINNING = "beginning", _("Начало")
    LESSON = "lesson", _("Урок")
    TROUBLE = "trouble", _("Трудное")
    LEARNING = "learning", _("Учимся друг у друга")
    PEOPLE = "people", _("Дети, родители, коллеги")
    AHEAD = "ahead", _("Что дальше")


class ProjectState(models.TextChoices):
    """Where the duet of a month stands."""

    IDEA = "idea", _("задуман")
    INVITED = "invited", _("приглашены")
    ANSWERING = "answering", _("отвечают")
    EDITING = "editing", _("редактируется")
    APPROVED = "approved", _("слова утверждены обоими")
    SCHEDULED = "scheduled", _("назначен день")
    PUBLISHED = "published", _("опубликован")
    DECLINED = "declined", _("отказались")
    CANCELLED = "cancelled", _("отменён")


#: The road of a duet that comes about, in order.
ROAD = (
    ProjectState.IDEA,
    ProjectState.INVITED,
    ProjectState.ANSWERING,
    ProjectState.EDITING,
    ProjectState.APPROVED,
    ProjectState.SCHEDULED,
    ProjectState.PUBLISHED,
)
#: The month has a duet, or will have one.
UNDER_WAY_STATES = frozenset(ROAD)
#: Both have approved their words, and nothing was changed since.
APPROVED_STATES = frozenset({ProjectState.APPROVED, ProjectState.SCHEDULED, ProjectState.PUBLISHED})
#: The two persons write.
WRITING_STATES = frozenset({ProjectState.INVITED, ProjectState.ANSWERING})
#: The editor works on the words.
WORDING_STATES = frozenset({ProjectState.EDITING}) | APPROVED_STATES
#: The questions may still be chosen and put in order.
CHOOSING_STATES = frozenset({ProjectState.IDEA, ProjectState.INVITED})
CLOSED_STATES = frozenset({ProjectState.DECLINED, ProjectState.CANCELLED})

_OUT = frozenset({ProjectState.DECLINED, ProjectState.CANCELLED})

#: What may follow a state; every other move is refused.
TRANSITIONS: dict[ProjectState, frozenset[ProjectState]] = {
    ProjectState.IDEA: frozenset({ProjectState.INVITED, ProjectState.CANCELLED}),
    ProjectState.INVITED: frozenset({ProjectState.ANSWERING}) | _OUT,
    ProjectState.ANSWERING: frozenset({ProjectState.EDITING}) | _OUT,
    ProjectState.EDITING: frozenset({ProjectState.ANSWERING, ProjectState.APPROVED}) | _OUT,
    ProjectState.APPROVED: frozenset({ProjectState.EDITING, ProjectState.SCHEDULED, ProjectState.PUBLISHED}) | _OUT,
    ProjectState.SCHEDULED: frozenset({ProjectState.EDITING, ProjectState.APPROVED, ProjectState.PUBLISHED}) | _OUT,
    ProjectState.PUBLISHED: frozenset({ProjectState.EDITING, ProjectState.APPROVED}) | _OUT,
    ProjectState.DECLINED: frozenset({ProjectState.IDEA}),
    ProjectState.CANCELLED: frozenset({ProjectState.IDEA}),
}


class Drawing(models.TextChoices):
    """A portrait cut out of paper, for those who have no photograph or do not want one."""

    INITIALS = "", _("буквы имени")
    BUN = "bun", _("пучок и очки")
    BOB = "bob", _("каре")
    LONG = "long", _("длинные волосы")
    CURLS = "curls", _("кудри")
    SHORT = "short", _("короткая стрижка")
    PARTING = "parting", _("пробор")
    GREY = "grey", _("седина и очки")
    BEARD = "beard", _("борода")
