"""The steps of an import in the admin: upload, columns, preview, import; each checks the user's right anew."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import BinaryIO, ClassVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts.territory import User
from cms.actions import Refused, read_anew
from cms.territories.models import Municipality
from mentoring.bank.imports import permissions
from mentoring.bank.imports.apply import Importing
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.models import WORKING_STATES, ImportJob, ImportState
from mentoring.bank.imports.options import ConsentBasis, ImportOptions
from mentoring.bank.imports.plan import Judging, portions
from mentoring.bank.imports.remembering import recalled, remember
from mentoring.bank.imports.sheets import Layout, Sheet
from mentoring.bank.imports.sources import fields_for, open_sheet
from mentoring.bank.imports.storing import Keeper
from mentoring.bank.imports.verdicts import ASKED, TAKEN

#: Rows that a request judges or writes itself; longer files are the work of the background.
AT_ONCE = 2_000
#: Sent with ``job`` and ``user`` where the worker has to go on; ``background`` answers it.
long_file_begun = Signal()


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
        districts=job.districts,
    )


class Step:
    """What all steps share: the job's lock, the right to go on with it, and the states from which the step leads.

    The job is read anew under its lock before anything is decided, so that a step that somebody took meanwhile, the
    import itself above all, is never overwritten by one that was begun before it.
    """

    leads_from: frozenset[str] = frozenset({ImportState.COLUMNS, ImportState.PREVIEW})
    #: The line in the history that tells the next one who was quicker.
    log_action: ClassVar[str]

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
        log(instance=self.job, action=self.log_action, user=self.user)
        return self.job

    def apply(self) -> None:
        """Change the job, and what else the step changes; runs in a transaction, after ``check``."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise ``PermissionDenied`` or ``Refused`` when the step cannot be taken now."""
        if not permissions.user_can_continue(self.user, self.job):
            raise PermissionDenied(_("Эту загрузку ведёт координатор другого муниципалитета."))
        if self.job.state in WORKING_STATES and self.job.state not in self.leads_from:
            raise Refused(_("Программа ещё работает с этим файлом. Дождитесь конца или остановите её."))
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
            total=len(sheet.rows),
        )


class ReadAnew(Step):
    """Reads the file in another layout: another sheet, another row of headings, with the hidden rows or without."""

    log_action = "duet.import.layout"

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
        self.job.total = len(sheet.rows)
        self.job.decisions = {}
        self.job.state = ImportState.COLUMNS


class SettleColumns(Step):
    """Takes the user's word about columns, organisations and consents, and makes the preview."""

    log_action = "duet.import.columns"

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


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user answered beside the rows: decisions by row number, and whose the unknown districts are."""

    decisions: Mapping[int, str] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)

    def add_to(self, job: ImportJob) -> None:
        """Keep the answers with those that were given before."""
        job.decisions = {**job.decisions, **{str(row): made for row, made in self.decisions.items()}}
        job.districts = {**job.districts, **self.districts}


class Decide(Step):
    """Takes the user's answers about doubtful rows, and makes the preview anew."""

    log_action = "duet.import.decide"
    leads_from = frozenset({ImportState.PREVIEW})

    def __init__(self, job: ImportJob, user: User, answers: Answers) -> None:
        super().__init__(job, user)
        self.answers = answers

    def apply(self) -> None:
        self.answers.add_to(self.job)
        _preview(self.job, self.user)


class RunImport(Step):
    """Imports the file once, with what was answered on the same page.

    Of a short file entries, report and the job's end stand or fall together; a long one goes on in the background.
    """

    log_action = "duet.import.run"
    leads_from = frozenset({ImportState.PREVIEW})

    def __init__(self, job: ImportJob, user: User, answers: Answers | None = None) -> None:
        super().__init__(job, user)
        self.answers = answers or Answers()

    def apply(self) -> None:
        self.answers.add_to(self.job)
        if self.job.total > AT_ONCE:
            if self.answers == Answers():
                self._refuse_unanswered()
            leave_to_background(self.job, ImportState.RUNNING, self.user)
            return
        self.job.rows.all().delete()
        sheet, keeper = sheet_of(self.job), Keeper(self.job)
        importing = importing_of(self.job, self.user)
        for rows in portions(sheet.rows, fields_of_job(self.job)):
            keeper.store(importing.carry(rows), written=True)
        keeper.finish(importing.judging, sheet.notes)
        self._refuse_unanswered()
        remember(sheet, self.job.municipality_id, self.job.columns)
        end(self.job, ImportState.DONE)

    def _refuse_unanswered(self) -> None:
        """An import ends for good: one that wrote nobody, for nobody was asked yet, would only lose the file."""
        counted = self.job.counts.keys()
        if ASKED & counted and not TAKEN & counted:
            raise Refused(_("Загружать пока нечего: ответьте на вопросы о строках или отмените загрузку."))


class CancelImport(Step):
    """Ends an import that nobody goes on with, and one that is being written after the portion that is under way."""

    log_action = "duet.import.cancel"
    leads_from = frozenset({ImportState.COLUMNS, ImportState.EXAMINING, ImportState.PREVIEW, ImportState.RUNNING})

    def apply(self) -> None:
        if self.job.state == ImportState.RUNNING:
            self.job.stop_asked = True
            return
        self.job.rows.all().delete()
        end(self.job, ImportState.CANCELLED)


def _preview(job: ImportJob, user: User) -> None:
    """Judge every row and keep the verdicts with the job; writes nothing else."""
    if job.total > AT_ONCE:
        leave_to_background(job, ImportState.EXAMINING, user)
        return
    job.rows.all().delete()
    sheet, keeper = sheet_of(job), Keeper(job)
    judging = Judging(fields_of_job(job), options_of(job, user))
    for rows in portions(sheet.rows, fields_of_job(job)):
        keeper.store(judging.judge(rows))
    keeper.finish(judging, sheet.notes)
    job.state = ImportState.PREVIEW


def leave_to_background(job: ImportJob, state: ImportState, user: User) -> None:
    """Have the worker go on with a long file; the caller saves the job in the same transaction."""
    job.state, job.progress, job.stop_asked = state, 0, False
    job.rows.all().delete()
    long_file_begun.send(ImportJob, job=job, user=user)


def end(job: ImportJob, state: ImportState) -> None:
    """The job is over and its file forgotten; the caller saves it."""
    job.state = state
    job.content = b""
    job.finished_at = timezone.now()


def importing_of(job: ImportJob, user: User) -> Importing:
    """What writes the job's rows, within the user's rights as they are now."""
    return Importing(fields_of_job(job), options_of(job, user), user=user, file_name=job.file_name)


def fields_of_job(job: ImportJob) -> dict[int, Field]:
    """The columns as the user settled them."""
    return {int(index): Field(code) for index, code in job.columns.items() if code}
