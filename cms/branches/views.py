"""The admin page on which the centre opens the branch of a municipality."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts.permissions import user_can
from cms.actions import Refused
from cms.branches.actions import OpenBranch
from cms.drafts.policies import Device, keeps_drafts
from cms.pages.sections import sections
from cms.territories.models import Municipality

REGISTER = "cms_municipality_modeladmin_index"


@keeps_drafts(Device.LASTING)
class OpenBranchView(WagtailAdminTemplateMixin, TemplateView):
    """Says what will be built, and builds it."""

    template_name = "cms/admin/open_branch.html"
    page_title = gettext_lazy("Открыть раздел")
    header_icon = "site"

    municipality: Municipality

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.municipality = get_object_or_404(Municipality, pk=kwargs["pk"])
        if not user_can(request.user, "change", self.municipality):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            OpenBranch(self.municipality, request.user).execute()
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(REGISTER)
        messages.success(request, _("Раздел открыт: %s.") % self.municipality)
        return redirect("wagtailadmin_explore", Municipality.objects.get(pk=pk).home_page.pk)

    def get_page_subtitle(self) -> str:
        return str(self.municipality)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse(REGISTER), "label": _("Муниципалитеты")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sections=list(sections), back_url=reverse(REGISTER), **kwargs)


urlpatterns = [path("branches/<int:pk>/open/", OpenBranchView.as_view(), name="branch_open")]
