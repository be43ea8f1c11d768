"""What the pages of the wizard share: who may come, and whose import it is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.actions import Refused
from cms.drafts.policies import Device, keeps_drafts
from mentoring.bank.imports import permissions
from mentoring.bank.imports.models import ImportJob, ImportState


@keeps_drafts(Device.SESSION)
class ImporterOnly(WagtailAdminTemplateMixin, View):
    """A page of the wizard, for those who may import."""

    header_icon = "upload"
    page_title = gettext_lazy("Загрузка банка наставников")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_header_title()}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.user_can_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class JobPage(ImporterOnly):
    """A page about one import; somebody else's answers 404.

    A step that is refused, for somebody took another one meanwhile, is said in words on the page of the job's state.
    """

    #: States in which the page has something to show; from others the user is led to the right page.
    states: frozenset[str] = frozenset()
    job: ImportJob

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        # The file itself, megabytes of it, is read by the steps that ask for it.
        self.job = get_object_or_404(ImportJob.objects.defer("content"), pk=kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.user_can_continue(request.user, self.job):
            raise Http404
        if self.states and self.job.state not in self.states:
            return redirect(page_of(self.job), pk=self.job.pk)
        try:
            return super().dispatch(request, *args, **kwargs)
        except Refused as refusal:
            messages.error(request, str(refusal))
            self.job.refresh_from_db()
            return redirect(page_of(self.job), pk=self.job.pk)

    def get_page_subtitle(self) -> str:
        return self.job.file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(job=self.job, **kwargs)


def page_of(job: ImportJob) -> str:
    """The name of the page on which an import goes on."""
    pages = {
        ImportState.COLUMNS: "columns",
        ImportState.EXAMINING: "progress",
        ImportState.PREVIEW: "preview",
        ImportState.RUNNING: "progress",
        ImportState.DONE: "report",
        ImportState.UNDONE: "report",
    }
    return f"mentor_bank_import:{pages.get(ImportState(job.state), 'upload')}"
