"""«Запланировано»: what appears and disappears by itself, day by day."""

from __future__ import annotations

from typing import Any

from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.planning.plan import calendar


class PlanView(WagtailAdminTemplateMixin, TemplateView):
    """The calendar of the user's own territory."""

    template_name = "cms/planning/calendar.html"
    page_title = gettext_lazy("Запланировано")
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(days=calendar(self.request.user, timezone.now()), **kwargs)


def plan_menu_item() -> MenuItem:
    """The place of «Запланировано» among the reports."""
    label, url = gettext_lazy("Запланировано"), reverse_lazy("planned")
    return MenuItem(label, url, name="planned", icon_name="calendar-alt", order=100)


urlpatterns = [path("reports/planned/", require_admin_access(PlanView.as_view()), name="planned")]
