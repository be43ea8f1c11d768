"""The workflow that an entry of the bank starts with: the municipality checks it before visitors see it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from cms.accounts.approval import TerritoryApprovalTask
from cms.schema import has_table
from mentoring.bank.models import Mentor

WORKFLOW = "Проверка записи наставника"
TASK = "Проверка координатором муниципалитета"


def ensure_workflow(**kwargs: Any) -> None:
    """Create and assign the workflow once; a centre that has renamed, changed or unassigned it keeps its own way."""
    if not has_table(TerritoryApprovalTask) or TerritoryApprovalTask.objects.exists():
        return
    task = TerritoryApprovalTask.objects.create(name=TASK)
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    content_type = ContentType.objects.get_for_model(Mentor)
    WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})
