"""From a file to rows with recognised columns, for command and wizard alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import BinaryIO

from django.utils.translation import gettext as _

from mentoring.bank.imports.columns import Field, fields_of
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.files.reading import HEAD, Book, open_book
from mentoring.bank.imports.files.tables import Table
from mentoring.bank.imports.headings.finding import Place, find_heading
from mentoring.bank.imports.sheets import Layout, Sheet, read_sheet

#: A row of fewer filled cells is a line of text, not of a table.
_WIDTH = 2


def open_sheet(file: BinaryIO, name: str, layout: Layout | None = None) -> Sheet:
    """Read a file, the sheet with the people in it, and find its headings and columns; raises ``FileRefused``."""
    layout = layout or Layout()
    with open_book(file, name) as book:
        title, rivals = _chosen(book, layout.sheet)
        table = book.table(title)
    if not table.rows:
        raise FileRefused(table.name, _("файл пустой. Проверьте, тот ли файл выбран."))
    sheet = read_sheet(table, layout)
    doubts, notes = _about_sheets(book, title, rivals, layout)
    return replace(sheet, titles=tuple(book.titles), doubts=doubts, notes=(*notes, *sheet.notes))


def _chosen(book: Book, wanted: str) -> tuple[str, list[str]]:
    """The sheet to read, and others that hold people as well."""
    if wanted:
        known = {title.strip().lower(): title for title in book.titles}
        if wanted.strip().lower() not in known:
            titles = ", ".join(f"«{title}»" for title in book.titles)
            reason = _("листа «%(wanted)s» нет. Есть: %(titles)s.") % {"wanted": wanted, "titles": titles}
            raise FileRefused(book.name, reason)
        return known[wanted.strip().lower()], []
    if len(book.titles) == 1 and not book.titles[0]:
        return "", []
    places = {title: _place(book, title) for title in book.titles}
    tables = [title for title in book.titles if places[title] is not None]
    if not tables:
        raise FileRefused(book.name, _("в книге нет листа с таблицей. Проверьте, тот ли файл выбран."))
    shown = [title for title in tables if title not in book.hidden_titles] or tables
    named = [title for title in shown if _has_people(places[title])]
    best = max(named or shown, key=lambda title: _score(places[title]))
    return best, [title for title in named if title != best]


def _place(book: Book, title: str) -> Place | None:
    """Where the sheet's table begins; None where the sheet has none."""
    table = book.head(title)
    place = _place_in(table)
    if place or len(table.rows) < HEAD:
        return place
    try:
        return _place_in(book.table(title))
    except FileRefused:
        return None  # a sheet of endless lines beside the one that is wanted


def _place_in(table: Table) -> Place | None:
    if not any(sum(bool(cell.strip()) for cell in row.cells) >= _WIDTH for row in table.rows):
        return None
    return find_heading(table)


def _has_people(place: Place | None) -> bool:
    return place is not None and place.has_names


def _score(place: Place | None) -> int:
    return place.score if place is not None else -1


def _about_sheets(book: Book, title: str, rivals: list[str], layout: Layout) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The question which sheet it is, and the note which one was read."""
    others = [other for other in book.titles if other != title]
    if not others:
        return (), ()
    doubts: tuple[str, ...] = ()
    if rivals and not layout.sheet:
        names = ", ".join(f"«{other}»" for other in [title, *rivals])
        doubts = (_("Люди названы на нескольких листах: %s. Выберите лист; каждый загружают отдельно.") % names,)
    names = ", ".join(f"«{other}»" for other in others[:10])
    values = {"title": title, "others": names}
    return doubts, (_("Прочитан лист «%(title)s». Не прочитаны: %(others)s.") % values,)


def fields_for(sheet: Sheet, corrections: Mapping[int, Field | None] | None = None) -> dict[int, Field]:
    """The fields of a sheet's columns as recognised, with the user's corrections (None takes a column out)."""
    fields: dict[int, Field | None] = dict(fields_of(sheet.columns))
    fields.update(corrections or {})
    return {index: field for index, field in fields.items() if field is not None}
