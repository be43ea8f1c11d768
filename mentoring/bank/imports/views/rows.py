"""The rows of an import with their verdicts: before it, to be decided, and after it, as its report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView

from mentoring.bank.exports.responses import FORMATS, table_download
from mentoring.bank.imports import permissions, steps
from mentoring.bank.imports.findable import backlog
from mentoring.bank.imports.forms import decision_choices, district_choices, read_answers
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.reports import ReportRow, mending_table, report_table
from mentoring.bank.imports.verdicts import TAKEN, TO_MEND, Verdict
from mentoring.bank.imports.views.shared import JobPage, page_of

ROWS_ON_A_PAGE = 100


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


class Report(Rows):
    """The last page: what became of each row."""

    template_name = "mentoring/imports/report.html"
    states = frozenset({ImportState.DONE, ImportState.UNDONE})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_undo = self.job.state == ImportState.DONE and permissions.user_can_undo(self.request.user, self.job)
        return super().get_context_data(may_undo=may_undo, waiting=backlog(), **kwargs)


class Download(Rows):
    """The report, or the rows to mend in the layout of their file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The table as CSV or XLSX."""
        if kwargs["file_format"] not in FORMATS:
            raise Http404
        if kwargs["what"] == "rest":
            return table_download(mending_table(self.job.heading, self.rows()), "ispravit", kwargs["file_format"])
        return table_download(report_table(self.rows()), "otchet-o-zagruzke", kwargs["file_format"])
