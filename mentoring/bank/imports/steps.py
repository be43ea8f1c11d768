"""The steps of an import in the admin: upload, columns, preview, import; each checks the user's right anew."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import BinaryIO

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.territory import User
from cms.actions import Refused, read_anew
from cms.territories.models import Municipality
from mentoring.bank.imports import permissions
from mentoring.bank.imports.apply import ApplyImport
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.models import ImportJob, ImportState
from mentoring.bank.imports.options import ConsentBasis, ImportOptions
from mentoring.bank.imports.plan import Plan, make_plan
from mentoring.bank.imports.remembering import recalled, remember
from mentoring.bank.imports.reports import report_rows, unknown_lines
from mentoring.bank.imports.sheets import Layout, Sheet
from mentoring.bank.imports.sources import fields_for, open_sheet


def sheet_of(job: ImportJob) -> Sheet:
    """The job's file, read anew; what is kept between requests are bytes, not somebody's idea of them."""
    sheet = open_sheet(io.BytesIO(bytes(job.content)), job.file_name, Layout(**job.layout))
    return recalled(sheet, job.municipality_id)


def options_of(job: ImportJob, user: User) -> ImportOptions:
    """The job's choices within the user's rights as they are now."""
    basis = None
    if job.consent_holder and job.consent_since and permissions.user_can_state_consents(user):
        basis = ConsentBasis(job.consent_holder, job.consent_since)
    return ImportOptions(
        territory=permissions.import_territory(user),
        municipality=job.municipality_id,
        create_organisations=job.create_organisations and permissions.user_can_create_organisations(user),
        may_begin_lists=False,
        consent=basis,
        may_publish=permissions.user_can_publish(user),
        decisions={int(row): decision for row, decision in job.decisions.items()},
    )


class _Step:
    """What all steps share: the job's lock, the right to go on with it, and the states from which the step leads.

    The job is read anew under its lock before anything is decided, so that a step that somebody took meanwhile, the
    import itself above all, is never overwritten by one that was begun before it.
    """

    leads_from: frozenset[str] = frozenset({ImportState.COLUMNS, ImportState.PREVIEW})

    def __init__(self, job: ImportJob, user: User) -> None:
        self.job = job
        self.user = user

    @transaction.atomic
    def execute(self) -> ImportJob:
        """Take the step and return the job; raises ``PermissionDenied`` or ``Refused``, then nothing has changed."""
        read_anew(self.job)
        self.check()
        self.apply()
        self.job.save()
        return self.job

    def apply(self) -> None:
        """Change the job, and what else the step changes; runs in a transaction, after ``check``."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise ``PermissionDenied`` or ``Refused`` when the step cannot be taken now."""
        if not permissions.user_can_continue(self.user, self.job):
            raise PermissionDenied(_("Эту загрузку ведёт координатор другого муниципалитета."))
        if self.job.state not in self.leads_from:
            raise Refused(_("Эта загрузка уже закончена. Начните новую."))


class UploadFile:
    """Takes a file: reads it, recognises its columns, and keeps it for the next step."""

    def __init__(self, file: BinaryIO, name: str, municipality: Municipality | None, user: User) -> None:
        self.file = file
        self.name = name
        self.municipality = municipality
        self.user = user

    def execute(self) -> ImportJob:
        """Return the new import; raises ``FileRefused`` for an unreadable file and ``PermissionDenied``."""
        if not permissions.user_can_import(self.user):
            raise PermissionDenied
        if self.municipality and not permissions.import_territory(self.user).covers(self.municipality.pk):
            raise PermissionDenied(_("Банк этого муниципалитета ведёт другой координатор."))
        sheet = recalled(open_sheet(self.file, self.name), self.municipality.pk if self.municipality else None)
        self.file.seek(0)
        return ImportJob.objects.create(
            user_id=self.user.pk,
            municipality=self.municipality,
            file_name=sheet.name[:255],
            content=self.file.read(),
            columns={str(index): field.value for index, field in fields_for(sheet).items()},
            heading=list(sheet.heading.cells),
            notes=list(sheet.notes),
        )


class ReadAnew(_Step):
    """Reads the file in another layout: another sheet, another row of headings, with the hidden rows or without."""

    def __init__(self, job: ImportJob, user: User, layout: Layout) -> None:
        super().__init__(job, user)
        self.layout = layout

    def apply(self) -> None:
        """Propose the columns anew; raises ``FileRefused`` where this layout has no table."""
        self.job.layout = asdict(self.layout)
        sheet = sheet_of(self.job)
        self.job.columns = {str(index): field.value for index, field in fields_for(sheet).items()}
        self.job.heading = list(sheet.heading.cells)
        self.job.notes = list(sheet.notes)
        self.job.decisions = {}
        self.job.state = ImportState.COLUMNS


class SettleColumns(_Step):
    """Takes the user's word about columns, organisations and consents, and makes the preview."""

    def __init__(
        self,
        job: ImportJob,
        user: User,
        columns: Mapping[int, Field | None],
        *,
        create_organisations: bool = False,
        consent_holder: str = "",
        consent_since: date | None = None,
    ) -> None:
        super().__init__(job, user)
        self.columns = columns
        self.create_organisations = create_organisations
        self.consent = (consent_holder, consent_since)

    def apply(self) -> None:
        questions = sheet_of(self.job).unanswered(self.columns)
        if questions:
            raise Refused(questions[0])
        self.job.columns = {str(index): field.value if field else "" for index, field in self.columns.items()}
        self.job.create_organisations = self.create_organisations
        self.job.consent_holder, self.job.consent_since = self.consent
        _preview(self.job, self.user)


class Decide(_Step):
    """Takes the user's decisions about doubtful rows, and makes the preview anew."""

    leads_from = frozenset({ImportState.PREVIEW})

    def __init__(self, job: ImportJob, user: User, decisions: Mapping[int, str]) -> None:
        super().__init__(job, user)
        self.decisions = decisions

    def apply(self) -> None:
        self.job.decisions = {**self.job.decisions, **{str(row): made for row, made in self.decisions.items()}}
        _preview(self.job, self.user)


class RunImport(_Step):
    """Imports the file once: entries, report and the job's end stand or fall together."""

    leads_from = frozenset({ImportState.PREVIEW})

    def apply(self) -> None:
        sheet = sheet_of(self.job)
        options = options_of(self.job, self.user)
        importing = ApplyImport(sheet.rows, _fields(self.job), options, user=self.user, file_name=self.job.file_name)
        _keep(self.job, importing.execute().plan, sheet.notes)
        remember(sheet, self.job.municipality_id, self.job.columns)
        _end(self.job, ImportState.DONE)


class CancelImport(_Step):
    """Ends an import that nobody goes on with; the file is forgotten."""

    def apply(self) -> None:
        self.job.report = []
        _end(self.job, ImportState.CANCELLED)


def _preview(job: ImportJob, user: User) -> None:
    """Judge every row and keep the verdicts with the job; writes nothing else."""
    sheet = sheet_of(job)
    _keep(job, make_plan(sheet.rows, _fields(job), options_of(job, user)), sheet.notes)
    job.state = ImportState.PREVIEW


def _end(job: ImportJob, state: ImportState) -> None:
    job.state = state
    job.content = b""
    job.finished_at = timezone.now()


def _fields(job: ImportJob) -> dict[int, Field]:
    return {int(index): Field(code) for index, code in job.columns.items() if code}


def _keep(job: ImportJob, plan: Plan, notes: tuple[str, ...]) -> None:
    job.report = [row.as_json() for row in report_rows(plan)]
    job.counts = {verdict.value: number for verdict, number in plan.counts().items()}
    job.notes = [*notes, *plan.notes, *(_("Нет в справочнике: %s") % line for line in unknown_lines(plan))]
