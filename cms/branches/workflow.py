"""The check that a text of a municipality passes before visitors see it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from cms.accounts.approval import TerritoryApprovalTask


def text_workflow() -> Workflow:
    """The workflow of the branches; the one that branches have already, whatever the centre has made of it."""
    assigned = WorkflowPage.objects.filter(page__content_type__model="municipalitypage").first()
    return assigned.workflow if assigned else _new_workflow()


def assign_workflow(home: Page, workflow: Workflow) -> None:
    """Let the texts below this home pass the workflow, unless another one is set there."""
    WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})


def _new_workflow() -> Workflow:
    task = TerritoryApprovalTask.objects.create(name=_("Проверка текста в муниципалитете"))
    workflow = Workflow.objects.create(name=_("Проверка текста"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
