"""The first pages of the wizard: a file comes in, and its columns are named."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages

from mentoring.bank.imports import steps
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.forms import ColumnsForm, LayoutForm, UploadForm, initial_columns
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.sheets import Layout
from mentoring.bank.imports.views.shared import ImporterOnly, JobPage, page_of

#: Former imports that stand under the form.
_RECENT = 10


class Upload(ImporterOnly, FormView):
    """The first step, and the imports of the last time."""

    template_name = "mentoring/imports/upload.html"
    form_class = UploadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: UploadForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        upload = steps.UploadFile(file.file, file.name, form.cleaned_data["municipality"], self.request.user)
        try:
            job = upload.execute()
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
            return self.form_invalid(form)
        return redirect("mentor_bank_import:columns", pk=job.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = ImportJob.objects.filter(user_id=self.request.user.pk or 0)
        recent = mine.defer("content")[:_RECENT]
        jobs = [(job, page_of(job)) for job in recent]
        return super().get_context_data(jobs=jobs, **kwargs)


class Columns(JobPage, FormView):
    """The second step: which column is what."""

    template_name = "mentoring/imports/columns.html"
    form_class = ColumnsForm
    states = frozenset({ImportState.COLUMNS, ImportState.PREVIEW})

    def get_form_kwargs(self) -> dict[str, Any]:
        self.sheet = steps.sheet_of(self.job)
        self.sample = self.sheet.rows[:3]
        initial = initial_columns(self.job, self.sheet.columns)
        return {**super().get_form_kwargs(), "sheet": self.sheet, "user": self.request.user, "initial": initial}

    def form_valid(self, form: ColumnsForm) -> HttpResponse:
        data = form.cleaned_data
        step = steps.SettleColumns(
            self.job,
            self.request.user,
            form.mapping(),
            create_organisations=data.get("create_organisations", False),
            consent_holder=data.get("consent_holder", ""),
            consent_since=data.get("consent_since"),
        )
        job = step.execute()
        return redirect(page_of(job), pk=job.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form: ColumnsForm = context["form"]
        lines = [
            (field, column, words, [row.cells[column.index] for row in self.sample if column.index < len(row.cells)])
            for field, column, words in form.column_fields
        ]
        layout = LayoutForm(sheet=self.sheet, layout=Layout(**self.job.layout))
        asked = any(column.question for _field, column, _words, _sample in lines)
        return {**context, "lines": lines, "layout": layout, "doubts": self.sheet.doubts, "asked": asked}


class ChooseLayout(JobPage):
    """Reads the file anew: another sheet, another row of headings, the hidden rows too."""

    http_method_names = ["post"]
    states = frozenset({ImportState.COLUMNS, ImportState.PREVIEW})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Read, or say why this layout has no table, and go back to the columns."""
        form = LayoutForm(request.POST, sheet=steps.sheet_of(self.job), layout=Layout(**self.job.layout))
        if form.is_valid():
            try:
                steps.ReadAnew(self.job, request.user, form.layout()).execute()
            except FileRefused as refusal:
                messages.error(request, str(refusal))
        else:
            messages.error(request, _("Проверьте лист и номер строки."))
        return redirect("mentor_bank_import:columns", pk=self.job.pk)
