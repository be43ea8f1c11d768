"""Cells of reference tables and fixed lists."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from mentoring.bank.imports.cells.base import Cell, Reader, not_known
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.choices import read_flag, vocabulary_of
from mentoring.bank.imports.values.lists import read_list
from mentoring.bank.imports.values.words import clean


def related(name: str) -> Reader:
    """Several values of a reference table."""

    def read(text: str, directory: Directory) -> Cell:
        found = directory.tables[name].read(text)
        values = {name: tuple(sorted(found.values))} if found.values else {}
        return Cell(values, unknown=found.unknown, remarks=found.remarks)

    return read


def several(name: str, options: type[TextChoices]) -> Reader:
    """Several values of a fixed list."""

    def read(text: str, directory: Directory) -> Cell:
        found = read_list(text, vocabulary_of(options).match)
        values = {name: in_order(found.values, options)} if found.values else {}
        return Cell(values, unknown=found.unknown)

    return read


def one(name: str, options: type[TextChoices]) -> Reader:
    """One value of a fixed list."""

    def read(text: str, directory: Directory) -> Cell:
        value = vocabulary_of(options).match(text)
        return Cell({name: value}) if value else not_known(text)

    return read


def flag(name: str) -> Reader:
    """Yes or no; anything else changes nothing."""

    def read(text: str, directory: Directory) -> Cell:
        says = read_flag(text)
        if says is None:
            return Cell(remarks=(_("не понято, да или нет: «%s»") % clean(text)[:60],))
        return Cell({name: says})

    return read


def in_order(values: Iterable[str], options: type[TextChoices]) -> list[str]:
    """The values in the order of their list, without repeats."""
    chosen = set(values)
    return [value for value in options.values if value in chosen]
