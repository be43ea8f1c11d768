"""The stages of a programme as lines of words, for the page, the admin and the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from wagtail.models import CollectionViewRestriction

from mentoring.programmes.stages.act_results import ActFate, act_fates
from mentoring.programmes.stages.enums import PERSONAL_RESULTS, ResultKind, StageState
from mentoring.programmes.stages.models import StageResult
from mentoring.programmes.stages.table import STAGES, Stage

if TYPE_CHECKING:
    from mentoring.programmes.models import ProgrammePage

UrlOf = Callable[[StageResult], str]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A document of a stage: attached or awaited; ``url`` is empty where this reader may not open it.

    ``note`` says what became of an act that stood here: «не действует с 1 июля 2026», «снят с сайта».
    """

    kind: ResultKind
    is_attached: bool
    url: str = ""
    note: str = ""

    @property
    def is_personal(self) -> bool:
        """Whether it names people, so that visitors only learn that it is there."""
        return self.kind in PERSONAL_RESULTS


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage with its state and documents; stages begin in their order, and the last one begun may be taken back."""

    stage: Stage
    state: StageState
    results: tuple[ResultLine, ...]
    may_start: bool = False
    may_unstart: bool = False

    @property
    def hexagon(self) -> str:
        """The hexagon of the timeline: green is done, dark is now, empty lies ahead; the word stands beside it."""
        return {StageState.CLOSED: "hex hex-good", StageState.UNDER_WAY: "hex hex-ink"}.get(self.state, "hex")

    @property
    def missing(self) -> tuple[ResultLine, ...]:
        """The documents that the stage still waits for."""
        return tuple(result for result in self.results if not result.is_attached)


def public_lines(programme: ProgrammePage) -> tuple[StageLine, ...]:
    """What visitors see: documents that name nobody are links, of the others only that they are there."""
    closed = tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    return _lines(programme, lambda result: _public_url(result, closed))


def staff_lines(programme: ProgrammePage) -> tuple[StageLine, ...]:
    """What those who lead the programme see: everything can be opened."""
    return _lines(programme, _staff_url)


def _lines(programme: ProgrammePage, url_of: UrlOf) -> tuple[StageLine, ...]:
    if programme.pk is None:
        return tuple(StageLine(stage, StageState.PLANNED, _results(stage, {})) for stage in STAGES)
    states = {row.number: StageState(row.state) for row in programme.stages.all()}
    results = list(programme.stage_results.select_related("document__collection"))
    fates = act_fates(results)
    attached = {result.kind: _line(result, fates.get(result.pk), url_of) for result in results}
    begun = [number for number, state in states.items() if state != StageState.PLANNED]
    ready = next((stage.number for stage in STAGES if stage.number not in begun), 0)
    return tuple(
        StageLine(
            stage,
            state := states.get(stage.number, StageState.PLANNED),
            _results(stage, attached),
            may_start=stage.number == ready,
            may_unstart=state == StageState.UNDER_WAY and stage.number == max(begun),
        )
        for stage in STAGES
    )


def _results(stage: Stage, attached: dict[str, ResultLine]) -> tuple[ResultLine, ...]:
    return tuple(attached.get(kind.value) or ResultLine(kind, False) for kind in stage.results)


def _line(result: StageResult, fate: ActFate | None, url_of: UrlOf) -> ResultLine:
    kind = ResultKind(result.kind)
    return ResultLine(kind, fate.is_there, fate.url, fate.note) if fate else ResultLine(kind, True, url_of(result))


def _public_url(result: StageResult, closed: tuple[str, ...]) -> str:
    """The address of a document of the site, unless its collection is closed to visitors."""
    if result.document is None or result.document.collection.path.startswith(closed):
        return ""
    return str(result.document.url)


def _staff_url(result: StageResult) -> str:
    if result.document is not None:
        return str(result.document.url)
    return reverse("programme_result_file", args=[result.programme_id, result.kind])
