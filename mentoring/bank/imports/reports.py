"""What an import says of every row: to read, to download, and the rows to mend in the file's own layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.wording import agree, counted
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.models import ImportRow
from mentoring.bank.imports.plan import Plan
from mentoring.bank.imports.verdicts import TO_MEND, Judged, Verdict

#: More than this nobody reads in one go; each row's own note says it too.
_MOST_LINES = 40
_MOST_FOLDED = 300


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row of a report, in words; kept as JSON with the import."""

    number: int
    name: str
    organisation: str
    verdict: str
    notes: tuple[str, ...]
    cells: tuple[str, ...]
    candidates: tuple[tuple[str, str], ...] = ()

    @property
    def verdict_label(self) -> str:
        """The verdict as users read it."""
        return str(Verdict(self.verdict).label)

    @property
    def is_to_mend(self) -> bool:
        """Whether the row goes into the file for mending."""
        return self.verdict in TO_MEND

    @classmethod
    def from_stored(cls, stored: ImportRow) -> ReportRow:
        """The row as ``storing`` has kept it."""
        return cls(
            stored.number,
            stored.name,
            stored.organisation,
            stored.verdict,
            tuple(stored.notes),
            tuple(stored.cells),
            tuple(map(tuple, stored.candidates)),
        )


def report_row(judged: Judged) -> ReportRow:
    """A judged row in words."""
    row = judged.row
    unknown = [
        _("%(column)s: нет в справочнике – «%(text)s»") % {"column": field.label, "text": text}
        for field, text in row.unknown
    ]
    notes = (*judged.reasons, *map(str, judged.changes), *unknown, *row.remarks)
    candidates = [(str(one.mentor), one.label) for one in judged.candidates if one.mentor and one.may_change]
    name = " ".join(filter(None, (row.name.last, row.name.first, row.name.patronymic)))
    return ReportRow(
        row.number,
        name or _name_as_written(row.cells),
        row.organisation[:200],
        judged.verdict.value,
        notes,
        row.cells,
        tuple(candidates),
    )


def _name_as_written(cells: Sequence[str]) -> str:
    return next((cell.strip()[:80] for cell in cells if cell.strip()), "")


def report_rows(plan: Plan) -> list[ReportRow]:
    """The whole plan in words."""
    return [report_row(judged) for judged in plan.rows]


def report_table(rows: Iterable[ReportRow]) -> Iterator[list[str]]:
    """The report as a table with headings."""
    yield [_("Строка"), _("Наставник"), _("Организация"), _("Итог"), _("Пояснение")]
    for row in rows:
        yield [str(row.number), row.name, row.organisation, row.verdict_label, "; ".join(row.notes)]


def mending_table(heading: Sequence[str], rows: Iterable[ReportRow]) -> Iterator[list[str]]:
    """The rows that were not taken, in the layout of their file, with the reason in one column more."""
    yield [*heading, _("Что исправить")]
    for row in rows:
        if row.is_to_mend:
            padded = [*row.cells, *[""] * (len(heading) - len(row.cells))][: len(heading)]
            yield [*padded, _("строка %d: ") % row.number + "; ".join(row.notes)]


def summary(plan: Plan) -> str:
    """The plan in one sentence: «8 строк: новый наставник – 8»."""
    counts = plan.counts()
    parts = [f"{verdict.label} – {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    return f"{counted(len(plan.rows), 'строка', 'строки', 'строк')}: {', '.join(parts)}"


def unknown_lines(plan: Plan) -> list[str]:
    """What the reference tables and lists of organisations do not know, with the rows that name it."""
    lines = [
        _("%(column)s «%(text)s» – %(rows)s") % {"column": field.label, "text": text, "rows": _rows(numbers)}
        for (field, text), numbers in plan.unknown_values().items()
    ]
    for (municipality, organisation), numbers in plan.unknown_organisations.items():
        values = {"text": organisation, "place": municipality, "rows": _rows(numbers)}
        lines.append(_("организация «%(text)s» (%(place)s) – %(rows)s") % values)
    hidden = len(lines) - _MOST_LINES
    return lines if hidden <= 0 else [*lines[:_MOST_LINES], _("и ещё %d, смотрите отчёт по строкам") % hidden]


def folds(
    values: Mapping[tuple[Field, str], Sequence[int]], organisations: Mapping[tuple[str, str], Sequence[int]]
) -> list[tuple[str, list[str]]]:
    """What lists and reference tables do not know, folded: a sentence with the number, and a line for each."""
    folded = []
    if organisations:
        known = agree(len(organisations), "которой", "которых", "которых")
        title = _("%(number)s, %(known)s нет в списке") % {
            "number": counted(len(organisations), "организация", "организации", "организаций"),
            "known": known,
        }
        lines = [
            _("«%(text)s» (%(place)s) – %(rows)s") % {"text": text, "place": place, "rows": _rows(numbers)}
            for (place, text), numbers in organisations.items()
        ]
        folded.append((title, _fewest(lines)))
    for field in dict.fromkeys(field for field, _text in values):
        found = {text: numbers for (one, text), numbers in values.items() if one is field}
        title = _("%(column)s: %(number)s, %(known)s нет в справочнике") % {
            "column": field.label,
            "known": agree(len(found), "которого", "которых", "которых"),
            "number": counted(len(found), "значение", "значения", "значений"),
        }
        lines = [_("«%(text)s» – %(rows)s") % {"text": text, "rows": _rows(rows)} for text, rows in found.items()]
        folded.append((title, _fewest(lines)))
    return folded


def _fewest(lines: list[str]) -> list[str]:
    hidden = len(lines) - _MOST_FOLDED
    return lines if hidden <= 0 else [*lines[:_MOST_FOLDED], _("и ещё %d, смотрите отчёт по строкам") % hidden]


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:8])
    more = _(" и ещё %d") % (len(numbers) - 8) if len(numbers) > 8 else ""
    return _("строки %s") % shown + more if len(numbers) > 1 else _("строка %s") % shown
