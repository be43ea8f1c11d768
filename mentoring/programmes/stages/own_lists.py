"""Lists of people that the system holds itself: a stage takes them as they stand today, instead of an upload."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from mentoring.bank.enums import SelectionState
from mentoring.bank.exports.rows import bank_rows
from mentoring.bank.exports.tables import write_xlsx
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair
from mentoring.programmes.stages.enums import ResultKind

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage

#: Mentors who went through selection and training.
_TRAINED = (SelectionState.TRAINED, SelectionState.PAIRED)


def own_count(programme: ProgrammePage, kind: ResultKind, user: User) -> int:
    """How many of the people or pairs the user may see the list would hold; 0 for what the system has no list of."""
    things = {
        ResultKind.MENTORS: lambda: _mentors(programme, user).count(),
        ResultKind.TRAINED: lambda: _trained(programme, user).count(),
        ResultKind.PAIRS: lambda: len(_pairs(programme, user)),
        ResultKind.MENTEES: lambda: sum(len(pair.mentees.all()) for pair in _pairs(programme, user)),
    }
    return things[kind]() if kind in things and programme.organisation_id else 0


def own_list(programme: ProgrammePage, kind: ResultKind, user: User) -> ContentFile:
    """The list as a workbook of today, as far as the user may see it; who is in no pair and no bank is not in it."""
    rows: dict[ResultKind, Callable[[], Iterable[list[str]]]] = {
        ResultKind.MENTORS: lambda: bank_rows(_mentors(programme, user)),
        ResultKind.TRAINED: lambda: bank_rows(_trained(programme, user)),
        ResultKind.PAIRS: lambda: _pair_rows(_pairs(programme, user)),
        ResultKind.MENTEES: lambda: _mentee_rows(_pairs(programme, user)),
    }
    file = io.BytesIO()
    write_xlsx(rows[kind](), file, str(kind.label)[:31])
    return ContentFile(file.getvalue(), name=f"{kind.value}-{timezone.localdate():%Y-%m-%d}.xlsx")


def _mentors(programme: ProgrammePage, user: User) -> QuerySet[Mentor]:
    """The bank's mentors of the organisation, those in the archive left out."""
    mentors = visible_to(user, Mentor.objects.filter(organisation=programme.organisation_id))
    return mentors.exclude(selection_state=SelectionState.ARCHIVED).order_by("last_name", "first_name", "pk")


def _trained(programme: ProgrammePage, user: User) -> QuerySet[Mentor]:
    return _mentors(programme, user).filter(selection_state__in=_TRAINED)


def _pairs(programme: ProgrammePage, user: User) -> list[Pair]:
    """The pairs of the organisation that work or worked in the programme's year."""
    year = programme.school_year
    pairs = Pair.objects.in_organisations([programme.organisation_id or 0]).worked().between(year.begins, year.ends)
    seen = visible_to(user, pairs).select_related("mentor").prefetch_related("mentees__organisation")
    return list(seen.order_by("started_on", "pk"))


def _pair_rows(pairs: Iterable[Pair]) -> Iterator[list[str]]:
    yield [_("Наставник"), _("С кем"), _("Форма"), _("Начало"), _("Окончание"), _("Состояние"), _("Приказ")]
    for pair in pairs:
        yield [
            pair.mentor.full_name,
            ", ".join(mentee.full_name for mentee in pair.mentees.all()),
            str(pair.get_model_display()),
            f"{pair.started_on:%d.%m.%Y}",
            f"{pair.ended_on:%d.%m.%Y}" if pair.ended_on else "",
            str(pair.get_state_display()),
            pair.order,
        ]


def _mentee_rows(pairs: Iterable[Pair]) -> Iterator[list[str]]:
    yield [_("Наставляемый"), _("Организация"), _("Младше 18 лет"), _("Наставник")]
    for pair in pairs:
        for mentee in pair.mentees.all():
            place = mentee.organisation.short_name if mentee.organisation else ""
            yield [mentee.full_name, place, _("да") if mentee.is_minor else _("нет"), pair.mentor.full_name]
