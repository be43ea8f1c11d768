"""Wagtail's views of pages that ask for no right to the page: here they do."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page, Task
from wagtail.permissions import page_permission_policy

from cms.accounts.page_copies import OneDraftView


@require_safe
def preview_for_task(request: HttpRequest, page_id: int, task_id: int) -> HttpResponseBase:
    """The draft that waits for moderation, for those who may open the page or moderate it."""
    page = get_object_or_404(Page, pk=page_id).specific
    task = get_object_or_404(Task, pk=task_id).specific
    explorable = page_permission_policy.explorable_instances(request.user).filter(pk=page_id)
    if not explorable.exists() and not task.user_can_access_editor(page, request.user):
        raise Http404
    view = page_viewset_registry.as_view("workflow_preview", page_id_kwarg="page_id")
    response: HttpResponseBase = view(request, page_id=page_id, task_id=task_id)
    return response


#: Stands before Wagtail's own address of the same name (cms.urls).
urlpatterns: list[Any] = [
    path("workflow/preview/<int:page_id>/<int:task_id>/", require_admin_access(preview_for_task)),
    path("<int:page_id>/copy/", require_admin_access(OneDraftView.as_view())),
]
