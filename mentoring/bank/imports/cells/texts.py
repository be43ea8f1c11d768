"""Cells of free text, numbers and identities."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from mentoring.bank.imports.cells.base import Cell, Reader
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.words import clean
from mentoring.bank.models import Mentor

_MOST_PLACES = 30


def places(text: str, directory: Directory) -> Cell:
    """How many mentees the mentor takes."""
    number = clean(text)
    if not number.isdecimal() or int(number) > _MOST_PLACES:
        return Cell(remarks=(_("число мест «%s» не понято: нужно целое от 0 до 30") % number[:20],))
    return Cell({"places_total": int(number)})


def text(name: str, tidy: Callable[[str], str] = clean) -> Reader:
    """A text as it is, within the field's length."""
    longest = Mentor._meta.get_field(name).max_length or 0

    def read(text: str, directory: Directory) -> Cell:
        value = tidy(text)
        if len(value) > longest:
            problem = _("текст длиннее %(longest)d знаков: «%(start)s…»")
            return Cell(problem=problem % {"longest": longest, "start": value[:40]})
        return Cell({name: value})

    return read


def guid(text: str, directory: Directory) -> Cell:
    """The permanent number of an entry."""
    try:
        return Cell({"guid": str(UUID(clean(text)))})
    except ValueError:
        return Cell(remarks=(_("номер записи «%s» не распознан и не учтён") % clean(text)[:60],))
