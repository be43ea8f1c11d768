"""The line that an author sees: the stages with their dates, who holds the practice now, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Task, TaskState, Workflow

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Outcome, Stage, State
from bestpractices.review.models import STAGE_TASKS, StageState
from bestpractices.review.standing import Standing
from bestpractices.scoring.models import ExpertReview
from cms.wording import agree


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of the line; ``kind`` is done, now, warn or next."""

    when: str
    name: str
    words: str
    kind: str


def status_line(practice: PracticePage, now: Standing) -> tuple[Cell, ...]:
    """School, the region's stages in their order, publication."""
    stages = _round(practice, now)
    under_way = now.stage.workflow_state.workflow if stages and now.stage else practice.get_workflow()
    cells = (_cell(stage, stages.get(stage), now) for stage in _ordered(under_way))
    return (_school(now, stages), *cells, _publication(practice, now))


def _round(practice: PracticePage, now: Standing) -> dict[Stage, StageState]:
    """The stages of the present review, the latest of each kind; none while the practice is at the author's again."""
    if now.stage is None or now.state in {State.DRAFT, State.WITHDRAWN, State.PUBLISHED}:
        return {}
    same = StageState.stages.of(practice).filter(workflow_state_id=now.stage.workflow_state_id).order_by("pk")
    return {Stage(stage.stage): stage for stage in same}


def _ordered(workflow: Workflow | None) -> list[Stage]:
    if workflow is None:
        return []
    kinds = {task._meta.label_lower: task.stage for task in STAGE_TASKS}
    tasks = Task.objects.filter(workflow_tasks__workflow=workflow, active=True).select_related("content_type")
    labels = [
        f"{it.content_type.app_label}.{it.content_type.model}" for it in tasks.order_by("workflow_tasks__sort_order")
    ]
    return [kinds[label] for label in labels if label in kinds]


def _school(now: Standing, stages: dict[Stage, StageState]) -> Cell:
    if stages:
        sent = min(stage.started_at for stage in stages.values())
        if now.state == State.RETURNED:
            return Cell(_("сейчас"), _("Школа"), _("Исправляет замечания"), "now")
        return Cell(_day(sent), _("Школа"), _("Отправлена"), "done")
    if now.state == State.PUBLISHED:
        return Cell("", _("Школа"), _("Отправлена"), "done")
    return Cell(_("сейчас"), _("Школа"), _("Пишется"), "now")


def _cell(stage: Stage, state: StageState | None, now: Standing) -> Cell:
    name = str(stage.label)
    if state is None:
        done = now.state == State.PUBLISHED
        return Cell("", name, _("Проверена") if done else _("Ещё не дошла"), "done" if done else "next")
    if state.status == TaskState.STATUS_IN_PROGRESS:
        when = _("до %(day)s") % {"day": date_format(state.due_on, "j E")}
        return Cell(when, name, _holder(state), "warn" if state.due_on < timezone.localdate() else "now")
    words = {
        Outcome.APPROVED: _("Оценена") if stage == Stage.EXPERTS else _("Проверена"),
        Outcome.RETURNED: _("Вернули с замечаниями"),
        Outcome.REJECTED: _("Отклонена"),
    }.get(Outcome(state.outcome) if state.outcome else Outcome.APPROVED, _("Прервана"))
    when = _day(state.finished_at) if state.finished_at else ""
    return Cell(when, name, words, "done" if state.outcome == Outcome.APPROVED else "warn")


def _holder(state: StageState) -> str:
    """Who holds it, in words that name a role: experts stay unnamed until the end."""
    if state.stage == Stage.EXPERTS:
        reviews = ExpertReview.objects.at(state)
        scored, asked = reviews.scored().count(), reviews.counting().count()
        noun = agree(scored, _("оценка"), _("оценки"), _("оценок"))
        return f"{scored} {noun} {_('из')} {asked}"
    return _("У методиста района") if state.stage == Stage.MUNICIPAL else _("У регионального центра")


def _publication(practice: PracticePage, now: Standing) -> Cell:
    name = _("Публикация")
    if now.state == State.PUBLISHED and practice.last_published_at:
        return Cell(_day(practice.last_published_at), name, _("В банке практик"), "done")
    if now.state == State.WITHDRAWN:
        return Cell("", name, _("Снята с сайта"), "warn")
    if now.state == State.REJECTED:
        return Cell("", name, _("Не публикуется"), "warn")
    return Cell(_("после решения"), name, _("В банке практик"), "next")


def _day(moment: object) -> str:
    return date_format(timezone.localtime(moment), "j E")  # type: ignore[arg-type]
