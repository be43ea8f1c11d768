"""A table with its columns proposed, what is asked about it, and the rows of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cms.wording import counted
from mentoring.bank.imports.columns import NAME_PARTS, Certainty, Column, Field, fields_of, letter_of, missing
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.tables import Row, Table
from mentoring.bank.imports.headings.claims import Heading, recognise
from mentoring.bank.imports.headings.finding import Place, find_heading, headings_of
from mentoring.bank.imports.headings.guesses import settle
from mentoring.bank.imports.headings.people import holds_people
from mentoring.bank.imports.tidying import sections
from mentoring.bank.imports.tidying.cleaning import clear
from mentoring.bank.imports.tidying.dittos import resolved
from mentoring.bank.imports.tidying.groups import without_hidden
from mentoring.bank.imports.tidying.other_tables import own_rows, rows_above, said_of

_NAMES = frozenset({Field.FULL_NAME, *NAME_PARTS})


@dataclass(frozen=True, slots=True)
class Layout:
    """What the user decided about the file's layout: the sheet, the row of headings, and whether hidden rows count."""

    sheet: str = ""
    heading: int | None = None
    with_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its columns recognised: the row of headings and the rows below it."""

    name: str
    heading: Row
    columns: list[Column]
    rows: list[Row]
    notes: tuple[str, ...] = ()
    #: Title of the sheet that was read, and of all sheets; "" and one for a text file.
    title: str = ""
    titles: tuple[str, ...] = ("",)
    #: Rows that the author hid, as (number, first words); they are among ``rows`` only where the user wants them.
    hidden: tuple[tuple[int, str], ...] = ()
    #: What is asked about the file as a whole.
    doubts: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """What only the user can decide before a row is read; empty when nothing is."""
        return self.unanswered({})

    def unanswered(self, answers: Mapping[int, Field | None]) -> tuple[str, ...]:
        """The questions that are left when these columns are given these fields."""
        asked = [
            column for column in self.columns if column.certainty == Certainty.ASKED and column.index not in answers
        ]
        fields = {**fields_of(self.columns), **answers}
        lacking = missing(field for field in fields.values() if field)
        if Field.FULL_NAME in lacking and any(field in _NAMES for field in fields.values()):
            lacking = [field for field in lacking if field != Field.FULL_NAME]
        told = [self._lack(field) for field in lacking if not (asked and field == Field.FULL_NAME)]
        words = [
            _("Столбец %(letter)s «%(heading)s». %(question)s")
            % {"letter": column.letter, "heading": column.heading, "question": column.question}
            for column in asked
        ]
        return (*self.doubts, *words, *told)

    def _lack(self, field: Field) -> str:
        read = ", ".join(f"«{column.heading}»" for column in self.columns if column.heading) or _("без названий")
        values = {"field": field.label, "columns": read}
        return _("Нет столбца «%(field)s». Есть столбцы: %(columns)s. Укажите, какой из них, или добавьте.") % values


def read_sheet(table: Table, layout: Layout) -> Sheet:
    """Find the heading, propose the columns' fields and sort out the rows; raises ``FileRefused``."""
    place = find_heading(table, layout.heading)
    headings = headings_of(table, place)
    above = table.rows[: max(place.first, 0)]
    surroundings = " ".join([table.title, *(cell for row in above for cell in row.cells if cell)])[:2_000]
    columns = _with_people(recognise(headings, surroundings), headings)
    body = list(resolved(table.rows[place.last + 1 :]))
    if not body:
        raise FileRefused(table.name, _("под заголовками нет ни одной строки."), table.rows[place.last].number)
    heading = table.rows[place.first : place.last + 1] if place.last >= 0 else []
    body, others = own_rows(body, heading)
    hidden = tuple((row.number, _first_words(row)) for row in body if row.is_hidden)
    if not layout.with_hidden:
        body = without_hidden(body)
    cleared = clear(body, heading, columns)
    columns, rows = _with_sections(columns, cleared.sections)
    if not rows and not hidden:
        raise FileRefused(table.name, _("под заголовками нет ни одной строки."), table.rows[place.last].number)
    columns = settle(columns, [row.cells for row in rows])
    _refuse_without_people(table, place, columns, headings)
    notes = (*table.notes, *said_of(rows_above(above), others), *cleared.notes, *_hidden_note(hidden, layout))
    return Sheet(table.name, _heading_row(columns, heading), columns, rows, notes, table.title, hidden=hidden)


def _with_people(columns: list[Column], headings: Sequence[Heading]) -> list[Column]:
    """Where no heading speaks of a name, the columns that hold names are asked about."""
    if any(column.field in _NAMES or column.certainty == Certainty.ASKED for column in columns):
        return columns
    values = {heading.index: heading.values for heading in headings}
    question = _("Здесь стоят имена людей. Это наставники?")
    return [
        replace(column, field=None, certainty=Certainty.ASKED, question=question)
        if column.field is None and holds_people(values[column.index])
        else column
        for column in columns
    ]


def _with_sections(columns: list[Column], found: sections.Sections) -> tuple[list[Column], list[Row]]:
    """Sections become columns of their own, or fill the blanks of a column that the table has already."""
    held = {index: field for index, field in fields_of(columns).items() if field in found.fields}
    found = replace(found, rows=sections.into_blanks(found, held))
    lifted = [field for field in found.fields if field not in held.values()]
    if not lifted:
        return columns, found.rows
    width = max((column.index for column in columns), default=-1) + 1
    heading = _("строки-разделы: %s")
    more = [
        Column(width + number, heading % str(field.label), field, Certainty.SURE) for number, field in enumerate(lifted)
    ]
    return [*columns, *more], sections.with_columns(found, width, lifted)


def _refuse_without_people(table: Table, place: Place, columns: list[Column], headings: Sequence[Heading]) -> None:
    """A table in which nobody is named has nothing to ask about."""
    if any(column.field in _NAMES or column.certainty == Certainty.ASKED for column in columns):
        return
    if any(holds_people(heading.values) for heading in headings):
        return
    if place.last < 0 or place.score < 2:
        reason = _(
            "не найдена строка с названиями столбцов. Нужны хотя бы столбцы «ОО, где работает наставник», "
            "«ФИО наставника» и «Предмет»."
        )
        raise FileRefused(table.name, reason, table.rows[0].number)
    read = ", ".join(f"«{column.heading}»" for column in columns if column.heading)
    reason = _("нет столбца «%(field)s», и ни в одном столбце нет имён людей. Прочитаны столбцы: %(columns)s.")
    values = {"field": Field.FULL_NAME.label, "columns": read}
    raise FileRefused(table.name, reason % values, table.rows[place.last].number)


def _heading_row(columns: Sequence[Column], heading: Sequence[Row]) -> Row:
    """The headings in one row, every column with a name by which it can be told."""
    width = max((column.index for column in columns), default=-1) + 1
    texts = {column.index: column.heading for column in columns}
    number = heading[-1].number if heading else 0
    return Row(number, tuple(texts.get(index) or letter_of(index) for index in range(width)))


def _first_words(row: Row) -> str:
    return "; ".join(cell.strip() for cell in row.cells if cell.strip())[:80]


def _hidden_note(hidden: Sequence[tuple[int, str]], layout: Layout) -> list[str]:
    if not hidden:
        return []
    shown = "; ".join(
        _("%(number)d («%(words)s»)") % {"number": number, "words": words} for number, words in hidden[:5]
    )
    more = _(" и ещё %d") % (len(hidden) - 5) if len(hidden) > 5 else ""
    values = {"count": counted(len(hidden), "скрытая строка", "скрытые строки", "скрытых строк"), "rows": shown + more}
    if layout.with_hidden:
        return [_("В файле %(count)s: %(rows)s. Они тоже загружаются.") % values]
    return [_("В файле %(count)s: %(rows)s. Без вашего согласия они не загружаются.") % values]
