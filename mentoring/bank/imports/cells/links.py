"""Cells of addresses: letters, pages, phones, links to works."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from mentoring.bank.imports.cells.base import Cell
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.contacts import read_contacts
from mentoring.bank.imports.values.words import clean

_LONGEST_ADDRESS = 400
_LONGEST_CASE_ADDRESS = 200
_is_address = URLValidator(schemes=["http", "https"])


def contacts(text: str, directory: Directory) -> Cell:
    """An address for letters and a page; a phone among them counts where the column of phones is silent."""
    found = read_contacts(text)
    values = {"email": found.email, "page_url": found.page}
    return Cell(_filled(values), remarks=found.remarks, beside=_filled({"phone": found.phone}))


def phone(text: str, directory: Directory) -> Cell:
    """A phone; an address among phones counts where the column of addresses is silent."""
    found = read_contacts(text)
    beside = {"email": found.email, "page_url": found.page}
    return Cell(_filled({"phone": found.phone}), remarks=found.remarks, beside=_filled(beside))


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def case_address(text: str, directory: Directory) -> Cell:
    """The address of a case, as a whole."""
    if not _holds(clean(text)) or len(clean(text)) > _LONGEST_CASE_ADDRESS:
        return Cell(remarks=(_("неверный адрес страницы «%s»") % clean(text)[:120],))
    return Cell({"case_url": clean(text)})


def portfolio(text: str, directory: Directory) -> Cell:
    """A title and an address a line."""
    links, remarks = [], []
    for line in filter(None, map(clean, text.splitlines())):
        title, _space, url = line.rpartition(" ")
        if not _holds(url) or len(url) > _LONGEST_ADDRESS:
            remarks.append(_("в портфолио нет адреса: «%s»") % line[:120])
            continue
        links.append(((title.rstrip(" :–—-|") or url)[:160], url))
    return Cell({"portfolio": tuple(links)} if links else {}, remarks=tuple(remarks))


def _holds(url: str) -> bool:
    try:
        _is_address(url)
    except ValidationError:
        return False
    return True
