"""The plan is carried out: the rows of a file are judged and written, portion by portion."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.utils.translation import gettext as _

from cms.territories.models import Region
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.plan import Judging, Plan, Portion, portions
from mentoring.bank.imports.territories import Places
from mentoring.bank.imports.verdicts import TAKEN, Judged, Verdict
from mentoring.bank.imports.writing import Writer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did."""

    plan: Plan

    @property
    def counts(self) -> Counter[Verdict]:
        """Rows by verdict, as they were carried out."""
        return self.plan.counts()

    @property
    def created(self) -> int:
        """New entries."""
        return self.counts[Verdict.NEW]

    @property
    def updated(self) -> int:
        """Entries that changed."""
        return self.counts[Verdict.CHANGED]


class Importing:
    """One file on its way into the bank: each portion is judged and written in the transaction of the caller."""

    def __init__(
        self, fields: Mapping[int, Field], options: ImportOptions, *, user: Any = None, file_name: str = ""
    ) -> None:
        self.judging = Judging(fields, options)
        self._places = Places()
        self._writer = Writer(options, self._places, user, file_name)

    def carry(self, rows: Sequence[Row]) -> Portion:
        """Judge the next rows against the bank as it is now, and write those that can be taken.

        A row that cannot be written is an error of its own; the others are written without it.
        """
        # Two imports at once would each find the other's people missing; one waits for the other here.
        list(Region.objects.select_for_update().values_list("pk"))
        portion = self.judging.judge(rows)
        try:
            self._write(portion, portion.rows)
        except (OperationalError, InterfaceError):
            raise  # the database itself: the whole is tried again, or refused
        except Exception:
            logger.exception("rows of an import could not be written together")
            self._write_singly(portion)
        return portion

    @transaction.atomic
    def _write(self, portion: Portion, rows: Sequence[Judged]) -> None:
        new = [judged for judged in rows if judged.verdict == Verdict.NEW and judged.place]
        changed = [judged for judged in rows if judged.verdict == Verdict.CHANGED and judged.place]
        with self._places.adding(judged.place for judged in (*new, *changed) if judged.place):
            written = zip(
                (*new, *changed), (*self._writer.create(new), *self._writer.update(changed, portion)), strict=True
            )
            portion.written.update({judged.row.number: mentor for judged, mentor in written})

    def _write_singly(self, portion: Portion) -> None:
        for index, judged in enumerate(portion.rows):
            if judged.verdict not in TAKEN:
                continue
            try:
                self._write(portion, [judged])
            except (OperationalError, InterfaceError):
                raise
            except Exception:
                logger.exception("row %s of an import could not be written", judged.row.number)
                reason = _("строка не записана из-за сбоя программы. Сообщите в региональный центр.")
                portion.rows[index] = replace(judged, verdict=Verdict.ERROR, reasons=(reason,), changes=())


class ApplyImport:
    """Imports the rows of one file in one transaction: everything, or nothing."""

    def __init__(
        self,
        rows: Sequence[Row],
        fields: Mapping[int, Field],
        options: ImportOptions,
        *,
        user: Any = None,
        file_name: str = "",
    ) -> None:
        self._rows = rows
        self._fields = fields
        self._importing = Importing(fields, options, user=user, file_name=file_name)

    @transaction.atomic
    def execute(self) -> Outcome:
        """Write every row that can be taken; the others stay in the plan with their reasons."""
        judged = [judged for rows in portions(self._rows, self._fields) for judged in self._importing.carry(rows).rows]
        return Outcome(self._importing.judging.plan(judged))
