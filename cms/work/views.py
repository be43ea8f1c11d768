"""«Фоновая работа»: who works, what waits, what failed, and a second try."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from cms.actions import Refused
from cms.drafts.policies import no_words_typed
from cms.work.actions import TryAgain
from cms.work.overview import overview
from cms.work.questions import open_tasks, ours
from cms.work.stored import DBTaskResult


def may(user: Any, action: str) -> bool:
    """Whether the user may see («view») or repeat («change») background work."""
    return bool(policy_registry.get_by_type(DBTaskResult).user_has_permission(user, action))


class WorkOverviewView(WagtailAdminTemplateMixin, TemplateView):
    """The whole state on one page."""

    template_name = "cms/work/overview.html"
    page_title = gettext_lazy("Фоновая работа")
    header_icon = "cogs"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may(request.user, "view"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_change = may(self.request.user, "change")
        return super().get_context_data(
            work=overview(timezone.now()), object_list=open_tasks(), may_change=may_change, **kwargs
        )


@no_words_typed("one button")
@require_POST
def task_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put one task back into the queue, and come back to the page."""
    if not may(request.user, "change"):
        raise PermissionDenied
    try:
        TryAgain(get_object_or_404(ours(), pk=pk), request.user).execute()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Задача поставлена снова."))
    return redirect("work_overview")


class WorkMenuItem(MenuItem):
    """Shown to those who may see background work."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may(request.user, "view")


def work_menu_item() -> MenuItem:
    """The place of «Фоновая работа» among the reports."""
    label, url = gettext_lazy("Фоновая работа"), reverse_lazy("work_overview")
    return WorkMenuItem(label, url, name="work-overview", icon_name="cogs", order=1400)


urlpatterns = [
    path("reports/work/", WorkOverviewView.as_view(), name="work_overview"),
    path("reports/work/<uuid:pk>/again/", require_admin_access(task_again), name="work_task_again"),
]
