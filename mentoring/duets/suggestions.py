"""Which duet to ask next: fair to subjects, forms, schools and districts not heard lately, and ready to speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import EVERYWHERE, Territory
from cms.territories.models import Municipality
from cms.wording import counted, within
from mentoring.consents.enums import Purpose
from mentoring.duets.candidates import duet_words, possible_duets
from mentoring.duets.models import DuetProject
from mentoring.duets.months import month_words, shifted
from mentoring.pairs.enums import PairModel
from mentoring.pairs.models import PairMentee

#: Months in which a subject, form, school or district counts as heard lately.
LATELY = 12
#: A pair younger than this has little to tell yet.
YOUNG_DAYS = 60
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and what it adds to (or takes from) the place in the list."""

    words: str
    points: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A duet with everything that speaks for it and against it."""

    mentee: PairMentee
    words: str
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum of the reasons."""
        return sum(reason.points for reason in self.reasons)


@dataclass(slots=True)
class Heard:
    """When each subject, form, school and district was last heard."""

    subjects: dict[int, date] = field(default_factory=dict)
    forms: dict[str, date] = field(default_factory=dict)
    schools: dict[int, date] = field(default_factory=dict)
    districts: dict[int, date] = field(default_factory=dict)
    mentees: set[int] = field(default_factory=set)
    mentors: set[int] = field(default_factory=set)


def suggest(municipality: Municipality | None, month: date, shown: int = SHOWN) -> list[Suggestion]:
    """The duets worth asking for a month of a place (the region for None), the best first; a handful of queries."""
    territory = EVERYWHERE if municipality is None else Territory(False, frozenset({municipality.pk}))
    heard = _heard(municipality, month)
    found = [
        Suggestion(mentee, duet_words(mentee), tuple(_reasons(mentee, heard, municipality, month)))
        for mentee in _prefetched(territory)
        if mentee.pk not in heard.mentees and mentee.pair.mentor_id not in heard.mentors
    ]
    best: dict[int, Suggestion] = {}  # of a mentor's mentees one: the month needs other voices to choose from
    for one in sorted(found, key=lambda one: (-one.points, one.words)):
        best.setdefault(one.mentee.pair.mentor_id, one)
    return list(best.values())[:shown]


def _prefetched(territory: Territory) -> Iterable[PairMentee]:
    relations = ("pair__mentor__subjects", "pair__mentor__consents")
    return possible_duets(territory).prefetch_related(*relations)


def _heard(municipality: Municipality | None, month: date) -> Heard:
    """What the duets of the place (of the whole region for None) were about in the months before."""
    projects = DuetProject.objects.under_way().filter(month__gte=shifted(month, -LATELY))
    if municipality is not None:
        projects = projects.of_place(municipality)
    heard = Heard()
    for project in projects.select_related("pair__mentor").prefetch_related("pair__mentor__subjects").order_by("month"):
        if project.pair is None:
            continue
        for subject in project.pair.mentor.subjects.all():
            heard.subjects[subject.pk] = project.month
        heard.forms[project.pair.model] = project.month
        heard.schools[project.pair.organisation_id] = project.month
        if project.municipality_id is not None:
            heard.districts[project.municipality_id] = project.month
        heard.mentees.add(project.mentee_id or 0)
        heard.mentors.add(project.pair.mentor_id)
    return heard


def _reasons(mentee: PairMentee, heard: Heard, place: Municipality | None, month: date) -> Iterable[Reason]:
    pair = mentee.pair
    yield from _fairness(mentee, heard, place)
    today = timezone.localdate()
    purposes = {consent.purpose for consent in pair.mentor.consents.all() if consent.is_valid(today)}
    if Purpose.PROCESSING not in purposes:
        yield Reason(_("Нет согласия наставника на обработку данных: спросите координатора"), -6)
    yield Reason(_("Согласие на интервью сайт спросит у обоих"), 0)
    days = (today - pair.started_on).days
    if days < YOUNG_DAYS:
        yield Reason(_("Пара работает всего %(days)s") % {"days": counted(max(days, 0), "день", "дня", "дней")}, -3)
    else:
        yield Reason(_("Пара работает %(months)s") % {"months": counted(days // 30, "месяц", "месяца", "месяцев")}, 1)


def _fairness(mentee: PairMentee, heard: Heard, place: Municipality | None) -> Iterable[Reason]:
    pair = mentee.pair
    subjects = list(pair.mentor.subjects.all())
    new = [subject for subject in subjects if subject.pk not in heard.subjects]
    if new:
        yield Reason(_("Предмет «%(name)s» за год не звучал") % {"name": within(new[0].name)}, 3)
    elif subjects:
        last = max(heard.subjects[subject.pk] for subject in subjects)
        yield Reason(_("Предмет звучал: %(month)s") % {"month": month_words(last)}, -2)
    if pair.organisation_id not in heard.schools:
        yield Reason(_("Организация за год не участвовала"), 2)
    if pair.model not in heard.forms:
        yield Reason(_("Форма «%(form)s» за год не встречалась") % {"form": PairModel(pair.model).label}, 2)
    district = pair.organisation.municipality_id
    if place is None and district not in heard.districts:
        yield Reason(_("Из этого муниципалитета за год дуэтов не было"), 3)
