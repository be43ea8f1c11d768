from django.db import models
from django.utils.translation import gettext_lazy as _


class PracticeLevel(models.TextChoices):
    """How far a practice has spread."""

    ORGANISATION = "organisation", _("организация")
    MUNICIPALITY = "municipality", _("муниципалитет")
    REGION = "region", _("регион")


class EvidenceLevel(models.TextChoices):
    """How firmly the result is proved, from the weakest."""

    VOICES = "voices", _("отзывы участников")
    FIGURES = "figures", _("показатели до и после")
    COMPARED = "compared", _("сравнение с теми, кто не участвовал")
    REPEATED = "repeated", _("подтверждено в другой организации")


class Licence(models.TextChoices):
    """What others may do with the text."""

    CC_BY = "cc-by", _("с указанием авторов, CC BY 4.0")
    CC_BY_SA = "cc-by-sa", _("с указанием авторов и на тех же условиях, CC BY-SA 4.0")
    READ_ONLY = "read", _("только читать и ссылаться")


LICENCE_URLS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.ru",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.ru",
}


class Unit(models.TextChoices):
    """What an indicator is counted in."""

    PERCENT = "percent", _("%")
    COUNT = "count", _("штук")
    PEOPLE = "people", _("человек")
    POINTS = "points", _("баллов")


class Part(models.TextChoices):
    """The parts of a practice: what a remark points at, and what a difference is told by."""

    NAME = "name", _("Название")
    AUTHORS = "authors", _("Авторы")
    PLACE = "place", _("Где и в какой форме")
    PROBLEM = "problem", _("Зачем: проблема")
    AIM = "aim", _("Цель")
    AUDIENCE = "audience", _("Для кого")
    RESOURCES = "resources", _("Что нужно")
    STEPS = "steps", _("Шаги")
    INDICATORS = "indicators", _("План и факт")
    RESULT = "result", _("Результат")
    FAILURES = "failures", _("Что не получилось")
    RISKS = "risks", _("Риски")
    EVIDENCE = "evidence", _("Доказательства")
    MATERIALS = "materials", _("Материалы")
    GROUNDS = "grounds", _("Основание")
    LICENCE = "licence", _("Как можно использовать")
