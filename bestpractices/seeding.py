"""What a new region starts with: three stages, five criteria, one set of rules."""

from __future__ import annotations

from typing import Any

from wagtail.models import Workflow, WorkflowTask

from bestpractices.review.models import (
    ExpertScoringTask,
    MunicipalCheckTask,
    RegionalDecisionTask,
    ReviewPolicy,
)
from bestpractices.scoring.models import Criterion
from cms.schema import has_table

WORKFLOW = "Проверка практики"
CORRECTIONS = "Редакторская правка практики"
TASKS = (
    (MunicipalCheckTask, "Проверка района", 10),
    (ExpertScoringTask, "Экспертиза", 14),
    (RegionalDecisionTask, "Решение региона", 7),
)
#: Name, question, weight, minimum.
CRITERIA = (
    ("Результат", "Видно ли по цифрам, что стало лучше, и связано ли это с практикой?", 3, "2.5"),
    ("Повторимость", "Сможет ли другая школа повторить это по описанным шагам?", 3, "2.5"),
    ("Доказательства", "Можно ли проверить сказанное?", 2, "2.0"),
    ("Честность", "Рассказано ли, что не получилось и чем рискует тот, кто повторит?", 2, "2.0"),
    ("Цена", "Оправдано ли время, которое на это уходит?", 1, "0.0"),
)


def ensure_corrections(**kwargs: Any) -> None:
    """Create the short way of corrections once; a region that has emptied or renamed it keeps its own way."""
    if not has_table(ReviewPolicy):
        return
    policy = ReviewPolicy.objects.filter(corrections=None).first()
    check = MunicipalCheckTask.objects.filter(active=True).first()
    if policy is None or check is None or Workflow.objects.filter(name=CORRECTIONS).exists():
        return
    policy.corrections = Workflow.objects.create(name=CORRECTIONS)
    WorkflowTask.objects.create(workflow=policy.corrections, task=check, sort_order=0)
    policy.save(update_fields=["corrections"])


def ensure_review(**kwargs: Any) -> None:
    """Create the rules once; a region that has changed or emptied them keeps its own way."""
    if not has_table(ReviewPolicy) or ReviewPolicy.objects.exists():
        return
    workflow = Workflow.objects.create(name=WORKFLOW)
    for order, (model, name, days) in enumerate(TASKS):
        task = model.objects.create(name=name, days=days)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    ReviewPolicy.objects.create(workflow=workflow)
    for order, (name, question, weight, minimum) in enumerate(CRITERIA, 1):
        Criterion.objects.create(name=name, question=question, weight=weight, minimum=minimum, order=10 * order)
