"""The plan is carried out: everything in one transaction, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from cms.territories.models import Region
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.plan import Plan, make_plan
from mentoring.bank.imports.territories import create_places
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.imports.writing import Writer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did."""

    plan: Plan
    created: int
    updated: int

    @property
    def counts(self) -> Counter[Verdict]:
        """Rows by verdict, as they were carried out."""
        return self.plan.counts()


class ApplyImport:
    """Imports the rows of one file; the rows are judged anew inside the transaction, against the bank as it is then."""

    def __init__(
        self,
        rows: Sequence[Row],
        fields: Mapping[int, Field],
        options: ImportOptions,
        *,
        user: Any = None,
        file_name: str = "",
        on_plan: Callable[[Plan], None] | None = None,
    ) -> None:
        self._rows = rows
        self._fields = fields
        self._options = options
        self._user = user
        self._file_name = file_name
        self._on_plan = on_plan

    def execute(self) -> Outcome:
        """Write every row that can be taken; the others stay in the plan with their reasons."""
        with transaction.atomic():
            # Two imports at once would each find the other's people missing; one waits for the other here.
            list(Region.objects.select_for_update().values_list("pk"))
            plan = make_plan(self._rows, self._fields, self._options)
            taken = [judged for judged in plan.rows if judged.verdict == Verdict.NEW and judged.place]
            changed = [judged for judged in plan.rows if judged.verdict == Verdict.CHANGED and judged.place]
            places = create_places([judged.place for judged in (*taken, *changed) if judged.place])
            writer = Writer(self._options, places, self._user, self._file_name)
            writer.create(taken)
            writer.update(changed, plan)
            if self._on_plan:
                self._on_plan(plan)
        return Outcome(plan, len(taken), len(changed))
