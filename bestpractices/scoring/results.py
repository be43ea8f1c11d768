"""What the experts' points add up to: totals, averages, how far apart they are, who is strict and who is kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean

from django.utils.translation import gettext as _

from bestpractices.review.enums import Stage
from bestpractices.review.models import ReviewPolicy, StageState
from bestpractices.scoring.models import Criterion, ExpertReview
from cms.wording import grouped


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The points by one criterion, one number an expert."""

    criterion: Criterion
    points: tuple[int, ...]

    @property
    def average(self) -> float:
        return fmean(self.points)

    @property
    def is_below(self) -> bool:
        return Decimal(str(round(self.average, 2))) < self.criterion.minimum


@dataclass(frozen=True, slots=True)
class Results:
    """The scores of one stage."""

    reviews: tuple[ExpertReview, ...]
    criteria: tuple[CriterionResult, ...]

    @property
    def totals(self) -> tuple[float, ...]:
        return tuple(total for review in self.reviews if (total := review.total) is not None)

    @property
    def average(self) -> float | None:
        """Out of a hundred; None before the first score."""
        return fmean(self.totals) if self.totals else None

    @property
    def spread(self) -> float:
        """Between the kindest and the strictest total."""
        return max(self.totals) - min(self.totals) if self.totals else 0.0

    @property
    def below(self) -> tuple[CriterionResult, ...]:
        """The criteria whose average misses the region's minimum."""
        return tuple(result for result in self.criteria if result.is_below)


def results(reviews: Iterable[ExpertReview]) -> Results:
    """Add up what is there; reviews come ``with_scores``."""
    scored = tuple(review for review in reviews if review.total is not None)
    points: dict[int, tuple[Criterion, list[int]]] = {}
    for review in scored:
        for score in review.scores.all():
            points.setdefault(score.criterion_id, (score.criterion, []))[1].append(score.points)
    found = [CriterionResult(criterion, tuple(given)) for criterion, given in points.values()]
    return Results(scored, tuple(sorted(found, key=lambda result: (result.criterion.order, result.criterion.pk))))


def stage_results(state: StageState) -> Results:
    """The results of one stage."""
    return results(ExpertReview.objects.at(state).scored().with_scores())


def last_results(page_id: int, workflow_state_id: int) -> Results:
    """The results of the experts' stage in the same review; empty where there was none."""
    reviews = ExpertReview.objects.filter(state__page_id=page_id, state__workflow_state_id=workflow_state_id)
    return results(reviews.scored().with_scores())


def doubts(state: StageState) -> list[str]:
    """Why an approval needs a written reason: too few experts, or points below a minimum."""
    if state.stage == Stage.MUNICIPAL:
        return []
    had_experts = state.workflow_state.task_states.filter(stagestate__stage=Stage.EXPERTS).exists()
    if not had_experts:
        return []
    found = last_results(state.page_id, state.workflow_state_id)
    words = []
    if len(found.reviews) < ReviewPolicy.current().experts_needed:
        words.append(_("Экспертных оценок пока меньше, чем нужно."))
    words += [_below(result) for result in found.below]
    return words


def _below(result: CriterionResult) -> str:
    return _("«%(name)s»: %(average)s при пороге %(minimum)s.") % {
        "name": result.criterion.name,
        "average": grouped(round(result.average, 1), 1),
        "minimum": grouped(result.criterion.minimum, 1),
    }


@dataclass(frozen=True, slots=True)
class Calibration:
    """How an expert's totals compare with those of colleagues on the same practices."""

    name: str
    municipality: str
    scored: int
    waiting: int
    average: float | None
    #: Average difference from colleagues, in points out of a hundred; above zero is kinder. None without colleagues.
    leaning: float | None

    @property
    def words(self) -> str:
        if self.leaning is None:
            return _("сравнить пока не с кем")
        if abs(self.leaning) < 5:
            return _("как коллеги")
        return _("мягче коллег") if self.leaning > 0 else _("строже коллег")


def calibrations(reviews: Sequence[ExpertReview]) -> list[Calibration]:
    """One line an expert, by name; reviews come ``with_scores``, those of all stages."""
    by_stage: dict[int, list[ExpertReview]] = {}
    for review in reviews:
        by_stage.setdefault(review.state_id, []).append(review)
    lines: dict[int, list[ExpertReview]] = {}
    for review in reviews:
        lines.setdefault(review.expert_id, []).append(review)
    return sorted((_calibration(own, by_stage) for own in lines.values()), key=lambda line: line.name)


def _calibration(own: list[ExpertReview], by_stage: dict[int, list[ExpertReview]]) -> Calibration:
    expert = own[0].expert
    totals = [(review, total) for review in own if (total := review.total) is not None]
    gaps = []
    for review, total in totals:
        others = [it.total for it in by_stage[review.state_id] if it.pk != review.pk]
        known = [other for other in others if other is not None]
        if known:
            gaps.append(total - fmean(known))
    return Calibration(
        name=expert.full_name,
        municipality=expert.municipality.short_name,
        scored=len(totals),
        waiting=sum(review.status == "asked" for review in own),
        average=fmean(total for _review, total in totals) if totals else None,
        leaning=fmean(gaps) if gaps else None,
    )
