"""The ninth column of the bank: an electronic address, a page, or both in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import clean

_EMAIL = re.compile(r"[^\s,;<>()\"'/:]+@[^\s,;<>()\"'/:]+")
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|(?<![@\w])[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"]*)?", re.IGNORECASE)
_LONGEST_PAGE = 400
_is_email = EmailValidator()
_is_page = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Contacts:
    """The first address and the first page of a cell; remarks name what was left out or cannot be right."""

    email: str = ""
    page: str = ""
    remarks: tuple[str, ...] = ()


def read_contacts(text: str) -> Contacts:
    """Tell an electronic address and a page apart; wrong ones are left out with a remark."""
    if is_blank(text):
        return Contacts()
    remarks: list[str] = []
    text = clean(text)
    emails = [_bare(found) for found in _EMAIL.findall(text)]
    pages = [_with_scheme(_bare(found)) for found in _PAGE.findall(_EMAIL.sub(" ", text))]
    email = _first(emails, _is_email, _("неверный электронный адрес «%s»"), remarks)
    page = _first(pages, _is_page, _("неверный адрес страницы «%s»"), remarks)
    if not emails and not pages:
        remarks.append(_("не похоже ни на электронный адрес, ни на страницу: «%s»") % text[:120])
    if len(page) > _LONGEST_PAGE:
        remarks.append(_("адрес страницы длиннее 400 знаков и пропущен"))
        page = ""
    return Contacts(email, page, tuple(remarks))


def _bare(found: str) -> str:
    return found.rstrip(".,;")


def _with_scheme(page: str) -> str:
    return page if page.lower().startswith(("http://", "https://")) else f"https://{page}"


def _first(found: list[str], check: EmailValidator | URLValidator, wrong: str, remarks: list[str]) -> str:
    right = []
    for value in found:
        try:
            check(value)
            right.append(value)
        except ValidationError:
            remarks.append(wrong % value[:120])
    if len(right) > 1:
        remarks.append(_("взят первый из адресов: «%s»") % right[0])
    return right[0] if right else ""
