"""Wagtail's reports, cut at the municipality's border: the stock ones list drafts by kind of object alone."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.permissions import page_permission_policy
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


class OwnPageTypesView(PageTypesUsageReportView):
    """How many pages of each kind there are; the one edited last is named only to those who may open it."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        mine = page_permission_policy.explorable_instances(self.request.user)
        mine = set(mine.filter(pk__in=[row.last_edited_page_id for row in page_types]).values_list("pk", flat=True))
        for row in page_types:
            if row.last_edited_page_id not in mine:
                row.last_edited_page_id = None
        return super().decorate_paginated_queryset(page_types)


#: Stands before Wagtail's own addresses of the same names (cms.urls).
urlpatterns = [
    path("page-types-usage/", require_admin_access(OwnPageTypesView.as_view())),
    path("page-types-usage/results/", require_admin_access(OwnPageTypesView.as_view(results_only=True))),
    path("workflow/", require_admin_access(OwnWorkflowView.as_view())),
    path("workflow/results/", require_admin_access(OwnWorkflowView.as_view(results_only=True))),
    path("workflow_tasks/", require_admin_access(OwnWorkflowTasksView.as_view())),
    path("workflow_tasks/results/", require_admin_access(OwnWorkflowTasksView.as_view(results_only=True))),
]
