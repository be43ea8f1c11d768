"""The first part of a book: the year of an organisation, counted from what the rooms hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count

from bestpractices.adoption.models import Adoption
from bestpractices.yearbook.content import DuetSaid, FormLine, ProgrammeSaid, Results, StageSaid
from cms.territories.models import Organisation
from mentoring.bank.enums import IN_PAIRS
from mentoring.bank.models import TrainingRecord
from mentoring.duets.months import month_words
from mentoring.duets.pages import DuetInterviewPage
from mentoring.pairs.enums import PairModel, PairState
from mentoring.pairs.models import Pair
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.enums import ResultKind, StageState
from mentoring.programmes.stages.table import STAGES
from mentoring.school_years import SchoolYear

_COUNTED = ("worked", "opened", "completed", "ended", "going_on")


def results_of(organisation: Organisation, year: SchoolYear) -> Results:
    """Everything that the site knows of the organisation's year, in a constant number of queries."""
    rows = _pairs(organisation, year)
    return Results(
        mentors=len({row["mentor_id"] for row in rows}),
        mentees=sum(row["people"] for row in rows),
        groups=sum(row["kind"] not in IN_PAIRS for row in rows),
        forms=tuple(_forms(rows, year)),
        people=tuple(dict.fromkeys(row["mentor_id"] for row in rows)),
        trained=_trained(organisation, year),
        applied=_applied(organisation, year),
        programmes=tuple(_programmes(organisation, year)),
        duets=tuple(_duets(organisation, year)),
    )


def _pairs(organisation: Organisation, year: SchoolYear) -> list[dict[str, Any]]:
    pairs = Pair.objects.worked().between(year.begins, year.ends).in_organisations([organisation.pk])
    columns = ("model", "kind", "mentor_id", "state", "started_on", "ended_on")
    ordered = pairs.order_by("mentor__last_name", "mentor__first_name", "pk")
    return list(ordered.values(*columns).annotate(people=Count("mentees")))


def _forms(rows: Iterable[dict[str, Any]], year: SchoolYear) -> Iterator[FormLine]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row["model"]].update(_marks(row, year))
    for model in PairModel:
        if model.value in counts:
            found = counts[model.value]
            yield FormLine(form=str(model.label), **{name: found[name] for name in _COUNTED})


def _marks(row: dict[str, Any], year: SchoolYear) -> Iterator[str]:
    """What became of a pair in the year; a pair is going on as long as it has not ended inside the year."""
    yield "worked"
    if row["started_on"] >= year.begins:
        yield "opened"
    if row["ended_on"] is None or row["ended_on"] > year.ends:
        yield "going_on"
    elif row["state"] == PairState.ENDED:
        yield "ended"
    else:
        yield "completed"


def _trained(organisation: Organisation, year: SchoolYear) -> int:
    """Mentors of the organisation who finished a training in the year."""
    records = TrainingRecord.objects.filter(
        mentor__organisation=organisation, completed_on__range=(year.begins, year.ends)
    )
    return records.values("mentor").distinct().count()


def _applied(organisation: Organisation, year: SchoolYear) -> tuple[str, ...]:
    """Other schools' practices that this one took up in the year."""
    taken = Adoption.objects.of_school(organisation).in_use().taken_between(year.begins, year.ends)
    return tuple(taken.order_by("taken_on", "pk").values_list("practice_title", flat=True))


def _programmes(organisation: Organisation, year: SchoolYear) -> Iterator[ProgrammeSaid]:
    programmes = ProgrammePage.objects.published().of_organisation(organisation).of_year(year)
    for programme in programmes.prefetch_related("stages", "stage_results").order_by("title", "pk"):
        attached = {ResultKind(result.kind) for result in programme.stage_results.all()}
        closed = {row.number for row in programme.stages.all() if row.state == StageState.CLOSED}
        yield ProgrammeSaid(page=programme.pk, title=programme.title, closed=tuple(_closed(closed, attached)))


def _closed(numbers: set[int], attached: set[ResultKind]) -> Iterator[StageSaid]:
    for stage in STAGES:
        if stage.number in numbers:
            documents = tuple(str(kind.label) for kind in stage.results if kind in attached)
            yield StageSaid(title=f"{stage.number}. {stage.title}", documents=documents)


def _duets(organisation: Organisation, year: SchoolYear) -> Iterator[DuetSaid]:
    pages = DuetInterviewPage.objects.presentable().of_organisation(organisation).of_year(year)
    for page in pages.order_by("month", "pk"):
        yield DuetSaid(page=page.pk, title=page.title, month=month_words(page.month))
