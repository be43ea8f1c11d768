"""Lists of people that the system holds itself: a stage takes them as they stand today, instead of an upload."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.bank.enums import SelectionState
from mentoring.bank.exports.rows import bank_rows
from mentoring.bank.exports.tables import write_xlsx
from mentoring.bank.models import Mentor
from mentoring.bank.querysets import MentorQuerySet
from mentoring.pairs.models import Pair
from mentoring.programmes.stages.enums import ResultKind

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage

#: Mentors who went through selection and training.
_TRAINED = (SelectionState.TRAINED, SelectionState.PAIRED)


def own_count(programme: ProgrammePage, kind: ResultKind) -> int:
    """How many people or pairs the system's own list would hold; 0 for what it has no list of."""
    things = {
        ResultKind.MENTORS: lambda: _mentors(programme).count(),
        ResultKind.TRAINED: lambda: _trained(programme).count(),
        ResultKind.PAIRS: lambda: len(_pairs(programme)),
        ResultKind.MENTEES: lambda: sum(len(pair.mentees.all()) for pair in _pairs(programme)),
    }
    return things[kind]() if kind in things and programme.organisation_id else 0


def own_list(programme: ProgrammePage, kind: ResultKind) -> ContentFile:
    """The list as a workbook of today; a person in no pair and no bank is not in it."""
    rows: dict[ResultKind, Callable[[], Iterable[list[str]]]] = {
        ResultKind.MENTORS: lambda: bank_rows(_mentors(programme)),
        ResultKind.TRAINED: lambda: bank_rows(_trained(programme)),
        ResultKind.PAIRS: lambda: _pair_rows(programme),
        ResultKind.MENTEES: lambda: _mentee_rows(programme),
    }
    file = io.BytesIO()
    write_xlsx(rows[kind](), file, str(kind.label)[:31])
    return ContentFile(file.getvalue(), name=f"{kind.value}-{timezone.localdate():%Y-%m-%d}.xlsx")


def _mentors(programme: ProgrammePage) -> MentorQuerySet:
    """The bank's mentors of the organisation, those in the archive left out."""
    mentors: MentorQuerySet = Mentor.objects.filter(organisation=programme.organisation_id)
    return mentors.exclude(selection_state=SelectionState.ARCHIVED).order_by("last_name", "first_name", "pk")


def _trained(programme: ProgrammePage) -> MentorQuerySet:
    return _mentors(programme).filter(selection_state__in=_TRAINED)


def _pairs(programme: ProgrammePage) -> list[Pair]:
    """The pairs of the organisation that work or worked in the programme's year."""
    year = programme.school_year
    pairs = Pair.objects.in_organisations([programme.organisation_id or 0]).worked().between(year.begins, year.ends)
    return list(pairs.select_related("mentor").prefetch_related("mentees__organisation").order_by("started_on", "pk"))


def _pair_rows(programme: ProgrammePage) -> Iterator[list[str]]:
    yield [_("Наставник"), _("С кем"), _("Форма"), _("Начало"), _("Окончание"), _("Состояние"), _("Приказ")]
    for pair in _pairs(programme):
        yield [
            pair.mentor.full_name,
            ", ".join(mentee.full_name for mentee in pair.mentees.all()),
            str(pair.get_model_display()),
            f"{pair.started_on:%d.%m.%Y}",
            f"{pair.ended_on:%d.%m.%Y}" if pair.ended_on else "",
            str(pair.get_state_display()),
            pair.order,
        ]


def _mentee_rows(programme: ProgrammePage) -> Iterator[list[str]]:
    yield [_("Наставляемый"), _("Организация"), _("Младше 18 лет"), _("Наставник")]
    for pair in _pairs(programme):
        for mentee in pair.mentees.all():
            place = mentee.organisation.short_name if mentee.organisation else ""
            yield [mentee.full_name, place, _("да") if mentee.is_minor else _("нет"), pair.mentor.full_name]
