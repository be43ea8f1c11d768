"""Undoing a finished import as a whole: what nobody has touched since goes back, what was touched stays, named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry, WorkflowState

from cms.accounts.log_entries import TerritoryLogEntry
from cms.actions import Refused
from mentoring.bank.enums import SelectionState
from mentoring.bank.imports import permissions
from mentoring.bank.imports.models import ImportJob, ImportRow, ImportState
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.snapshots import RELATIONS, Snapshot, load
from mentoring.bank.imports.steps import Step
from mentoring.bank.imports.territories import Places
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.imports.writing import Writer
from mentoring.bank.models import Mentor, SelectionStep
from mentoring.consents.enums import Channel
from mentoring.consents.models import MentorConsent

_TOGETHER = 200
#: Rows beside an entry that the import itself has written, or that go with it.
_OWN = frozenset({"portfolio_links", "consents", "selection_steps"})


@dataclass(frozen=True, slots=True)
class Undoing:
    """What undoing an import would do to its rows."""

    removed: int
    put_back: int
    #: Rows whose entries stay as they are, with the reason.
    stay: list[tuple[ImportRow, str]]


def undoing(job: ImportJob) -> Undoing:
    """Look at every row that the import wrote; changes nothing."""
    removed, put_back, stay = 0, 0, []
    for rows in _written(job):
        kept = _touched(job, rows)
        for row in rows:
            if row.pk in kept:
                stay.append((row, kept[row.pk]))
            elif row.verdict == Verdict.NEW:
                removed += 1
            else:
                put_back += 1
    return Undoing(removed, put_back, stay)


class UndoImport(Step):
    """Takes back what the import wrote, in one transaction; whoever was touched since stays."""

    log_action = "duet.import.undo"
    leads_from = frozenset({ImportState.DONE})

    def check(self) -> None:
        super().check()
        if not permissions.user_can_undo(self.user, self.job):
            raise Refused(_("Отменить загрузку может тот, кому можно удалять записи банка этого муниципалитета."))

    def apply(self) -> None:
        options = ImportOptions(may_publish=permissions.user_can_publish(self.user))
        writer = Writer(options, Places(), self.user, self.job.file_name)
        for rows in _written(self.job):
            kept = _touched(self.job, rows)
            free = [row for row in rows if row.pk not in kept]
            self._remove([row for row in free if row.verdict == Verdict.NEW])
            self._put_back([row for row in free if row.verdict == Verdict.CHANGED], writer)
        self.job.state = ImportState.UNDONE
        self.job.finished_at = timezone.now()

    def _remove(self, rows: Sequence[ImportRow]) -> None:
        keys = [row.mentor for row in rows if row.mentor]
        self._consents(keys).delete()
        Mentor.objects.filter(pk__in=keys).delete()

    def _put_back(self, rows: Sequence[ImportRow], writer: Writer) -> None:
        mentors = load(row.mentor for row in rows if row.mentor)
        admitted = [mentors[row.mentor] for row in rows if row.mentor and row.before.get("live") is False]
        self._withdraw(admitted)
        writer.put_back([(row.number, mentors[row.mentor], _values(row)) for row in rows if row.mentor])

    def _withdraw(self, admitted: Sequence[Mentor]) -> None:
        """Candidates again, without the consents and the step that the import gave them."""
        keys = [mentor.pk for mentor in admitted]
        self._consents(keys).delete()
        note = _("из файла «%s»") % self.job.file_name[:300]
        SelectionStep.objects.filter(mentor_id__in=keys, note=note, at__gte=self.job.created_at).delete()
        for mentor in admitted:
            mentor.live, mentor.has_unpublished_changes = False, True
            mentor.selection_state = SelectionState.CANDIDATE
        Mentor.objects.bulk_update(admitted, ["live", "has_unpublished_changes", "selection_state"])

    def _consents(self, mentors: Sequence[int]) -> QuerySet[MentorConsent]:
        own = MentorConsent.objects.filter(mentor_id__in=mentors, channel=Channel.IMPORT)
        return own.filter(proof=self.job.file_name[:200], holder=self.job.consent_holder)


def _values(row: ImportRow) -> Snapshot:
    values = {name: value for name, value in row.before.items() if name != "live"}
    return {
        name: tuple(map(_tuple, value)) if name in (*RELATIONS, "portfolio") else value
        for name, value in values.items()
    }


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _written(job: ImportJob) -> Iterator[list[ImportRow]]:
    rows = job.rows.filter(mentor__isnull=False).iterator(chunk_size=_TOGETHER)
    while portion := list(islice(rows, _TOGETHER)):
        yield portion


def _touched(job: ImportJob, rows: Sequence[ImportRow]) -> dict[int, str]:
    """Rows whose entries somebody has worked with since, by key, with what was done."""
    mentors = Mentor.objects.in_bulk([row.mentor for row in rows if row.mentor])
    kind = ContentType.objects.get_for_model(Mentor)
    keys = [str(pk) for pk in mentors]
    logged: set[str] = set()
    for log in (ModelLogEntry, TerritoryLogEntry):
        later = log.objects.filter(content_type=kind, object_id__in=keys, timestamp__gt=job.finished_at)
        logged.update(later.values_list("object_id", flat=True))
    flows = WorkflowState.objects.active().filter(base_content_type=kind, object_id__in=keys)
    busy = set(flows.values_list("object_id", flat=True))
    beside = _beside(list(mentors))
    touched = {}
    for row in rows:
        mentor = mentors.get(row.mentor or 0)
        if mentor is None:
            touched[row.pk] = _("записи уже нет")
        elif mentor.latest_revision_id != row.revision or str(mentor.pk) in logged:
            touched[row.pk] = _("запись с тех пор меняли")
        elif mentor.locked or str(mentor.pk) in busy:
            touched[row.pk] = _("запись заблокирована или на согласовании")
        elif row.verdict == Verdict.NEW and mentor.pk in beside:
            touched[row.pk] = _("с наставником уже работают: %s") % beside[mentor.pk]
    return touched


def _beside(mentors: Sequence[int]) -> dict[int, str]:
    """What hangs on the entries besides what an import writes: pairs, letters, trainings, experts."""
    found = {}
    for relation in Mentor._meta.related_objects:
        if relation.get_accessor_name() in _OWN or relation.one_to_one or relation.many_to_many:
            continue
        model, column = relation.related_model, relation.field.attname
        rows = model._base_manager.filter(**{f"{column}__in": mentors}).values_list(column, flat=True)
        found.update(dict.fromkeys(rows, str(model._meta.verbose_name_plural)))
    return found
