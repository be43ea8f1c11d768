"""«Ход программы»: the admin page with the seven stages and the curator's consent, and the ways to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.accounts.permissions import user_can
from cms.accounts.territory import User
from mentoring.programmes.curators.models import CuratorConsent, consents_in_force
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.stages.enums import StageState
from mentoring.programmes.stages.lines import staff_lines
from mentoring.programmes.stages.next_steps import next_steps
from mentoring.programmes.stages.table import LAST


class CourseView(WagtailAdminTemplateMixin, TemplateView):
    """Shows where a programme stands, to those who may change it."""

    template_name = "mentoring/programmes/admin/course.html"
    header_icon = "list-ol"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.programme = get_object_or_404(ProgrammePage, pk=kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not user_can(request.user, "change", self.programme):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return _("Ход программы")

    def get_page_subtitle(self) -> str:
        return str(self.programme.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.programme.pk])
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": edit, "label": self.programme.title},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = staff_lines(self.programme)
        is_last_on = lines[LAST - 1].state != StageState.PLANNED
        return super().get_context_data(**kwargs) | {
            "programme": self.programme,
            "lines": lines,
            "consents": consents_in_force(self.programme, timezone.localdate()),
            "former": CuratorConsent.objects.filter(
                programme=self.programme, curator_name=self.programme.curator_name.strip()
            )
            .order_by("pk")
            .first(),
            "steps": next_steps(self.programme, self.request.user) if is_last_on else [],
        }


def offer_the_course(page: Page, user: User, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """The button «Ход программы» on a programme's form and in lists."""
    if isinstance(page, ProgrammePage) and page.pk and user_can(user, "change", page):
        url = reverse("programme_course", args=[page.pk])
        yield Button(_("Ход программы"), url, icon_name="list-ol", priority=15)


urlpatterns = [path("programmes/<int:pk>/", CourseView.as_view(), name="programme_course")]
