"""The wizard in the admin: upload → columns → preview → import → report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.actions import Refused
from cms.drafts.policies import Device, keeps_drafts
from mentoring.bank.exports.responses import FORMATS, table_download
from mentoring.bank.imports import permissions, steps
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.findable import backlog
from mentoring.bank.imports.forms import (
    ColumnsForm,
    LayoutForm,
    UploadForm,
    decision_choices,
    district_choices,
    initial_columns,
    read_answers,
)
from mentoring.bank.imports.models import WORKING_STATES, ImportJob, ImportState
from mentoring.bank.imports.reports import ReportRow, mending_table, report_table
from mentoring.bank.imports.sheets import Layout
from mentoring.bank.imports.undoing import UndoImport, undoing
from mentoring.bank.imports.verdicts import TAKEN, TO_MEND, Verdict

ROWS_ON_A_PAGE = 100
_RECENT = 10


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

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.job = get_object_or_404(ImportJob, pk=kwargs["pk"])
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


class Progress(JobPage, TemplateView):
    """A long file on its way through the background: how far it is; leads on by itself when it is there."""

    template_name = "mentoring/imports/progress.html"
    states = WORKING_STATES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        writes = self.job.state == ImportState.RUNNING
        return super().get_context_data(writes=writes, **kwargs)


class Rows(JobPage, TemplateView):
    """The rows of an import with their verdicts, page by page, all or those of one verdict."""

    def rows(self) -> Iterator[ReportRow]:
        """All rows of the report, one by one."""
        return (ReportRow.from_stored(stored) for stored in self.job.rows.iterator(chunk_size=500))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.request.GET.get("verdict", "")
        stored = self.job.rows.all()
        if chosen in Verdict.values:
            stored = stored.filter(verdict=chosen)
        page = Paginator(stored, ROWS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        counts = [(verdict, self.job.counts[verdict.value]) for verdict in Verdict if verdict.value in self.job.counts]
        shown = [ReportRow.from_stored(row) for row in page]
        lines = [(row, decision_choices(row) if row.verdict == Verdict.DUPLICATE else []) for row in shown]
        return super().get_context_data(
            rows=page, lines=lines, counts=counts, chosen=chosen,
            taken=sum(number for verdict, number in counts if verdict in TAKEN),
            mendable=any(verdict in TO_MEND for verdict, _number in counts), **kwargs,
        )  # fmt: skip


class Preview(Rows):
    """The third step: what would happen to each row; doubtful ones are decided here, in one form with the import."""

    template_name = "mentoring/imports/preview.html"
    states = frozenset({ImportState.PREVIEW})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_ones = self.job.rows.filter(verdict=Verdict.DISTRICT).order_by("district")
        districts = open_ones.values_list("district").annotate(number=Count("pk"))
        name = self.job.municipality.name if self.job.municipality else ""
        questions = [(district, number, district_choices(name)) for district, number in districts]
        asks = bool(questions or self.job.counts.get(Verdict.DUPLICATE))
        return super().get_context_data(questions=questions, municipality=name, asks=asks, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep the answers and show what follows from them, on the page of the rows that was asked for."""
        answers = answers_in(request.POST, self.job)
        given = answers.decisions or answers.districts
        job = steps.Decide(self.job, request.user, answers).execute() if given else self.job
        place = QueryDict(request.POST.get("go", ""))
        kept = {name: place[name] for name in ("verdict", "p") if name in place}
        return redirect(f"{reverse(page_of(job), args=[job.pk])}?{urlencode(kept)}")


def answers_in(posted: QueryDict, job: ImportJob) -> steps.Answers:
    """The posted answers about this job's rows."""
    numbers = [int(name[9:]) for name in posted if name.startswith("decision-") and name[9:].isdecimal()]
    asked = Q(number__in=numbers[:ROWS_ON_A_PAGE]) | Q(verdict=Verdict.DISTRICT)
    return read_answers(posted, job.rows.filter(asked).iterator(chunk_size=500))


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


class Report(Rows):
    """The last page: what became of each row."""

    template_name = "mentoring/imports/report.html"
    states = frozenset({ImportState.DONE, ImportState.UNDONE})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_undo = self.job.state == ImportState.DONE and permissions.user_can_undo(self.request.user, self.job)
        return super().get_context_data(may_undo=may_undo, waiting=backlog(), **kwargs)


class Undo(JobPage, TemplateView):
    """Takes a finished import back as a whole, after a look at what would go and what would stay."""

    template_name = "mentoring/imports/undo.html"
    states = frozenset({ImportState.DONE})

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        job = get_object_or_404(ImportJob, pk=kwargs["pk"])
        if not permissions.user_can_undo(request.user, job):
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


class Download(Rows):
    """The report, or the rows to mend in the layout of their file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The table as CSV or XLSX."""
        if kwargs["file_format"] not in FORMATS:
            raise Http404
        if kwargs["what"] == "rest":
            return table_download(mending_table(self.job.heading, self.rows()), "ispravit", kwargs["file_format"])
        return table_download(report_table(self.rows()), "otchet-o-zagruzke", kwargs["file_format"])
