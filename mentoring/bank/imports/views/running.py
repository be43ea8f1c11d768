"""The import itself: begun, watched, stopped, and taken back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from mentoring.bank.imports import permissions, steps
from mentoring.bank.imports.models import WORKING_STATES, ImportState
from mentoring.bank.imports.undoing import UndoImport, undoing
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.imports.views.rows import ROWS_ON_A_PAGE, answers_in
from mentoring.bank.imports.views.shared import JobPage, page_of


class Run(JobPage):
    """The fourth step: the import itself, with what was answered beside the rows."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Import, or say why not."""
        job = steps.RunImport(self.job, request.user, answers_in(request.POST, self.job)).execute()
        if job.state == ImportState.DONE:
            new, changed = (job.counts.get(verdict, 0) for verdict in (Verdict.NEW, Verdict.CHANGED))
            done = _("Банк загружен: новых наставников – %(new)d, обновлено – %(changed)d.")
            messages.success(request, done % {"new": new, "changed": changed})
        return redirect(page_of(job), pk=job.pk)


class Progress(JobPage, TemplateView):
    """A long file on its way through the background: how far it is; leads on by itself when it is there."""

    template_name = "mentoring/imports/progress.html"
    states = WORKING_STATES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        writes = self.job.state == ImportState.RUNNING
        return super().get_context_data(writes=writes, **kwargs)


class Cancel(JobPage):
    """Ends an import without importing, or stops one that is being written."""

    http_method_names = ["post"]
    states = frozenset({ImportState.COLUMNS, ImportState.PREVIEW, *WORKING_STATES})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Cancel and go back to the start, or to the progress until the writing has stopped."""
        job = steps.CancelImport(self.job, request.user).execute()
        if job.state == ImportState.RUNNING:
            return redirect(page_of(job), pk=job.pk)
        messages.success(request, _("Загрузка отменена, файл удалён."))
        return redirect("mentor_bank_import:upload")


class Undo(JobPage, TemplateView):
    """Takes a finished import back as a whole, after a look at what would go and what would stay."""

    template_name = "mentoring/imports/undo.html"
    states = frozenset({ImportState.DONE})

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.user_can_undo(request.user, self.job):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        would = undoing(self.job)
        return super().get_context_data(would=would, stay=would.stay[:ROWS_ON_A_PAGE], **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it back."""
        UndoImport(self.job, request.user).execute()
        messages.success(request, _("Загрузка отменена: то, что она внесла, убрано из банка."))
        return redirect("mentor_bank_import:report", pk=self.job.pk)
