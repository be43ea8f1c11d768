"""The words of the Mentor Bank, with named sets of states."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExperienceBand(models.TextChoices):
    """A mentor's own pedagogical experience in years, as the bank's filled example bands it (seed 004)."""

    UP_TO_10 = "0-10", _("до 10 лет")
    FROM_11 = "11-20", _("11–20 лет")
    FROM_21 = "21-30", _("21–30 лет")
    FROM_31 = "31-40", _("31–40 лет")
    FROM_41 = "41-99", _("больше 40 лет")


class MenteeExperience(models.TextChoices):
    """Experience in years of the mentee whom a mentor is ready to take (S4-01)."""

    UP_TO_3 = "0-3", _("до 3 лет")
    UP_TO_10 = "0-10", _("до 10 лет")
    FROM_11 = "11-20", _("11–20 лет")
    FROM_21 = "21-30", _("21–30 лет")
    FROM_31 = "31-40", _("31–40 лет")


class Category(models.TextChoices):
    """Qualification category of a teacher."""

    HIGHEST = "highest", _("высшая категория")
    FIRST = "first", _("первая категория")
    NONE = "none", _("без категории")


class SpecialCategory(models.TextChoices):
    """Qualification categories of today that a teacher of the highest category may hold beside it."""

    METHODIST = "methodist", _("педагог-методист")
    MENTOR = "mentor", _("педагог-наставник")


class Person(models.TextChoices):
    """Who the mentor is."""

    TEACHER = "teacher", _("педагог")
    HEAD = "head", _("руководитель")
    STUDENT = "student", _("студент")
    PUPIL = "pupil", _("ученик")
    GRADUATE = "graduate", _("выпускник")
    EMPLOYER = "employer", _("работодатель")
    PARENT = "parent", _("родитель")


class MentoringForm(models.TextChoices):
    """Forms of mentoring (seed 000)."""

    CLASSIC = "classic", _("классическое")
    PARTNER = "partner", _("партнёрское")
    VIRTUAL = "virtual", _("виртуальное")


class MentoringKind(models.TextChoices):
    """Kinds of mentoring (seed 000)."""

    INDIVIDUAL = "individual", _("индивидуальное")
    GROUP = "group", _("групповое")
    COLLECTIVE = "collective", _("коллективно-индивидуальное")


#: Kinds in which a mentor and one mentee are a pair; in the others they are a group, and counted as one.
IN_PAIRS = frozenset({MentoringKind.INDIVIDUAL})


class Meeting(models.TextChoices):
    """How a mentor meets: «лично» or «дистанционно»."""

    IN_PERSON = "in-person", _("лично")
    DISTANCE = "distance", _("дистанционно")


class Level(models.TextChoices):
    """The bank in which an entry began; the regional bank is built from the municipal ones (S4-02)."""

    ORGANISATION = "organisation", _("банк организации")
    MUNICIPAL = "municipal", _("муниципальный банк")
    REGIONAL = "regional", _("региональный банк")


class CandidateSource(models.TextChoices):
    """Where a candidate came from (S3-10)."""

    SELF = "self", _("предложил себя сам")
    TEACHERS_COUNCIL = "council", _("педсовет")
    PARENTS_MEETING = "parents", _("родительское собрание")
    CLASS_HOUR = "class-hour", _("классный час")
    GRADUATES = "graduates", _("выпускники")
    PARTNERS = "partners", _("партнёры")
    NGO = "ngo", _("общественная организация")
    IMPORT = "import", _("из файла")


class SelectionState(models.TextChoices):
    """Where a mentor stands in the selection (S4-03)."""

    CANDIDATE = "candidate", _("заявка")
    IN_BANK = "in-bank", _("в банке")
    PROPOSED = "proposed", _("предложен по критериям")
    INTERVIEW = "interview", _("собеседование")
    SELECTED = "selected", _("отобран")
    TRAINED = "trained", _("обучен")
    PAIRED = "paired", _("в паре")
    SUSPENDED = "suspended", _("приостановлен")
    ARCHIVED = "archived", _("в архиве")


#: States in which the region shows a mentor to those who look for one.
FINDABLE_STATES = frozenset(
    {
        SelectionState.IN_BANK,
        SelectionState.PROPOSED,
        SelectionState.INTERVIEW,
        SelectionState.SELECTED,
        SelectionState.TRAINED,
        SelectionState.PAIRED,
    }
)

#: What may follow a state; every other move is refused.
SELECTION_TRANSITIONS: dict[SelectionState, frozenset[SelectionState]] = {
    SelectionState.CANDIDATE: frozenset({SelectionState.IN_BANK, SelectionState.ARCHIVED}),
    SelectionState.IN_BANK: frozenset({SelectionState.PROPOSED, SelectionState.SUSPENDED, SelectionState.ARCHIVED}),
    SelectionState.PROPOSED: frozenset({SelectionState.INTERVIEW, SelectionState.IN_BANK, SelectionState.SUSPENDED}),
    SelectionState.INTERVIEW: frozenset({SelectionState.SELECTED, SelectionState.IN_BANK, SelectionState.SUSPENDED}),
    SelectionState.SELECTED: frozenset({SelectionState.TRAINED, SelectionState.SUSPENDED, SelectionState.ARCHIVED}),
    SelectionState.TRAINED: frozenset({SelectionState.PAIRED, SelectionState.SUSPENDED, SelectionState.ARCHIVED}),
    SelectionState.PAIRED: frozenset({SelectionState.TRAINED, SelectionState.SUSPENDED, SelectionState.ARCHIVED}),
    SelectionState.SUSPENDED: frozenset({SelectionState.IN_BANK, SelectionState.ARCHIVED}),
    SelectionState.ARCHIVED: frozenset({SelectionState.CANDIDATE}),
}


class Freshness(models.TextChoices):
    """How long ago a mentor confirmed: grey leaves the search."""

    GREEN = "green", _("подтверждено недавно")
    YELLOW = "yellow", _("пора подтвердить")
    GREY = "grey", _("давно не подтверждалось")


class TrainingFormat(models.TextChoices):
    """Formats of the School of Mentors (S4-04)."""

    SEMINAR = "seminar", _("семинар")
    TRAINING = "training", _("тренинг")
    WEBINAR = "webinar", _("вебинар")
    CONFERENCE = "conference", _("конференция")
    EXCHANGE = "exchange", _("встреча по обмену опытом")
    DISTANCE = "distance", _("дистанционный курс")
    SESSION = "session", _("наставническая сессия")


class HiddenBy(models.TextChoices):
    """What keeps an entry from visitors; each is one condition of ``MentorQuerySet.public``."""

    MINOR = "minor", _("младше 18 лет")
    DRAFT = "draft", _("черновик")
    SELECTION = "selection", _("не в банке по ходу отбора")
    PLACE = "place", _("организация или муниципалитет закрыты")
    GREY = "grey", _("давно не подтверждалось")
    PROCESSING = "processing", _("нет согласия на обработку данных")
    PUBLICATION = "publication", _("нет согласия на публикацию")
