"""What an import says of its rows is stored portion by portion, so that a long file is nowhere held as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count

from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.models import ImportJob, ImportRow
from mentoring.bank.imports.plan import Judging, Portion
from mentoring.bank.imports.reports import folds, report_row
from mentoring.bank.imports.verdicts import TAKEN, Judged, Verdict

_BATCH = 200


class Keeper:
    """Keeps the report of one job while its file is worked through."""

    def __init__(self, job: ImportJob) -> None:
        self.job = job
        self._unknown: dict[tuple[Field, str], list[int]] = {}

    def see(self, rows: Iterable[Judged]) -> None:
        """Remember what of these rows concerns the whole file."""
        for judged in rows:
            for text in judged.row.unknown:
                self._unknown.setdefault(text, []).append(judged.row.number)

    def store(self, portion: Portion, *, written: bool = False) -> None:
        """Store the rows of a portion; of those that were written, what undoing them takes."""
        self.see(portion.rows)
        ImportRow.objects.bulk_create(
            (self._row(judged, portion if written else None) for judged in portion.rows), batch_size=_BATCH
        )

    def store_rest(self, rows: Sequence[Row]) -> None:
        """Store the rows that an import which was stopped did not come to."""
        stopped = Verdict.STOPPED.value
        ImportRow.objects.bulk_create(
            (ImportRow(job=self.job, number=row.number, verdict=stopped, cells=row.cells) for row in rows),
            batch_size=_BATCH,
        )

    def finish(self, judging: Judging, notes: Iterable[str]) -> None:
        """Put the totals and remarks of the whole file into the job, which the caller saves."""
        counts = self.job.rows.order_by().values_list("verdict").annotate(number=Count("pk"))
        self.job.counts = dict(counts)
        self.job.notes = [*notes, *judging.notes]
        self.job.folds = folds(self._unknown, judging.unknown_organisations)

    def _row(self, judged: Judged, written: Portion | None) -> ImportRow:
        said = report_row(judged)
        mentor = written.written.get(judged.row.number) if written and judged.verdict in TAKEN else None
        return ImportRow(
            job=self.job,
            number=said.number,
            name=said.name,
            organisation=said.organisation,
            verdict=said.verdict,
            notes=said.notes,
            cells=said.cells if said.is_to_mend else (),
            candidates=said.candidates,
            district=judged.district,
            mentor=mentor.pk if mentor else None,
            revision=mentor.latest_revision_id if mentor else None,
            before=_before(judged, written) if written and mentor else {},
        )


def _before(judged: Judged, portion: Portion) -> Mapping[str, object]:
    before = dict(portion.before.get(judged.row.number, {}))
    if judged.mentor in portion.admitted:
        before["live"] = False
    return before
