"""Wagtail's workflow reports, cut at the municipality's border: the stock ones list drafts by kind of object alone."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.snippets.models import get_snippet_models

from cms.accounts.permissions import is_territorial, visible_to
from cms.accounts.territory import User


def inside_the_border(user: User, prefix: str = "") -> Q:
    """A condition on workflow states (found along ``prefix``): no municipal object that the user may not see."""
    condition = Q()
    for model in get_snippet_models():
        if is_territorial(model):
            mine = visible_to(user, model._default_manager.annotate(key=Cast("pk", CharField())))
            seen = Exists(mine.filter(key=OuterRef(f"{prefix}object_id")))
            condition &= seen | ~Q(**{f"{prefix}base_content_type": ContentType.objects.get_for_model(model)})
    return condition


class OwnWorkflowView(WorkflowView):
    """What is being moderated, in the user's territory."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(inside_the_border(self.request.user))


class OwnWorkflowTasksView(WorkflowTasksView):
    """The steps of moderation, in the user's territory."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(inside_the_border(self.request.user, "workflow_state__"))


#: Stands before Wagtail's own addresses of the same names (cms.urls).
urlpatterns = [
    path("workflow/", require_admin_access(OwnWorkflowView.as_view())),
    path("workflow/results/", require_admin_access(OwnWorkflowView.as_view(results_only=True))),
    path("workflow_tasks/", require_admin_access(OwnWorkflowTasksView.as_view())),
    path("workflow_tasks/results/", require_admin_access(OwnWorkflowTasksView.as_view(results_only=True))),
]
