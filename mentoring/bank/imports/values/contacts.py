"""Addresses in a cell: each stretch of it is an address for letters, a page or a phone as a whole, or it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.bank.imports.values.addresses import Kind, address_of, phone_of
from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import clean

#: Ends a stretch: a comma inside a page's address has no space behind it.
_CUT = re.compile(
    r"\s*[;\n\r|]+\s*|,\s+|\s+и\s+|\s+/\s+|,(?=[\w.+-]+@)|\s+(?=(?:сайт|страница|тел\w*|почта|e-?mail|моб\w*)\s*[.:])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:e-?mail|емейл|мейл|эл(?:ектр\w*)?\.?\s*(?:почта|адрес)|почта|адрес|ящик|тел(?:ефон)?|моб(?:ильный)?|раб(?:очий)?|"
    r"сот(?:овый)?|дом(?:ашний)?|личн\w+|сайт|страниц\w*|ссылка|mail|phone|tel|т)(?:\s*[.:–—-]+\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"\s*\(([^()\d@/]*)\)\s*$")
_WORDS_BESIDE = re.compile(
    r"(?:личн[а-я]+|рабоч[а-я]+|домашн[а-я]+|школьн[а-я]+|мобильн[а-я]+|сотов[а-я]+|почта|адрес|телефон|сайт|страниц[а-я]+|тел\.?|моб\.?|раб\.?|"
    r"школы|наставника|учителя|педагога|[–—-])+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contacts:
    """The first address, page and phone of a cell; remarks name what was mended, left out or cannot be right."""

    email: str = ""
    page: str = ""
    phone: str = ""
    remarks: tuple[str, ...] = ()


def read_contacts(text: str) -> Contacts:
    """Tell addresses, pages and phones apart; a part of a stretch is never cut out into a link."""
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    remarks: list[str] = []
    if not is_blank(text):
        for stretch in _CUT.split(text):
            if clean(stretch) and not is_blank(stretch):
                _read(clean(stretch), found, remarks)
    email, page, phone = (_first(found[kind], remarks) for kind in (Kind.EMAIL, Kind.PAGE, Kind.PHONE))
    return Contacts(email, page, phone, tuple(dict.fromkeys(remarks)))


def _read(stretch: str, found: dict[Kind, list[str]], remarks: list[str]) -> None:
    bare = _without_words(stretch, remarks)
    pieces = [address_of(piece) for piece in bare.split(" ")]
    kinds = {piece.kind for piece in pieces if piece}
    if phone := phone_of(bare):
        found[Kind.PHONE].append(phone)
    elif all(pieces):
        for piece in filter(None, pieces):
            found[piece.kind].append(piece.value)
            remarks += [piece.remark] if piece.remark else []
    elif Kind.EMAIL in kinds and Kind.PAGE not in kinds and _email_and_phone(bare, found):
        pass
    else:
        remarks.append(_wrong(bare, stretch))


def _without_words(stretch: str, remarks: list[str]) -> str:
    """The stretch without «тел.:» before and «(личная)» behind."""
    bare = stretch
    if comment := _COMMENT.search(bare):
        remarks.append(_("пояснение рядом с адресом не записано: «%s»") % comment[1][:60])
        bare = bare[: comment.start()]
    while label := _LABEL.match(bare):
        bare = bare[label.end() :]
    words = bare.split(" ")
    kept = [word for word in words if not _WORDS_BESIDE.fullmatch(word)]
    if kept and kept != words:
        beside = " ".join(word for word in words if word not in kept)
        remarks.append(_("пояснение рядом с адресом не записано: «%s»") % beside[:60])
    return " ".join(kept).strip(" ,.") or bare


def _email_and_phone(bare: str, found: dict[Kind, list[str]]) -> bool:
    """«anna@example.org 8-900-000-00-00»: nothing but the two."""
    words = bare.split(" ")
    emails = [piece for piece in map(address_of, words) if piece and piece.kind == Kind.EMAIL]
    rest = " ".join(word for word in words if not address_of(word))
    phone = phone_of(_LABEL.sub("", rest))
    if not phone:
        return False
    found[Kind.EMAIL] += [email.value for email in emails]
    found[Kind.PHONE].append(phone)
    return True


def _wrong(bare: str, stretch: str) -> str:
    shown = stretch[:120]
    if "@" in bare:
        return _("неверный электронный адрес «%s»") % shown
    if re.search(r"^[a-zа-я]:[\\/]|\\|file:", bare, re.IGNORECASE):
        return _("это путь к файлу на компьютере, а не страница: «%s»") % shown
    if re.search(r"://|www\.", bare, re.IGNORECASE):
        return _("неверный адрес страницы «%s»") % shown
    return _("не похоже ни на электронный адрес, ни на страницу, ни на телефон: «%s»") % shown


def _first(values: Iterable[str], remarks: list[str]) -> str:
    first, *others = [*dict.fromkeys(values), ""][:-1] or [""]
    if others:
        words = {"first": first, "others": ", ".join(others)[:200]}
        remarks.append(_("записан первый адрес «%(first)s», не записаны: %(others)s") % words)
    return first
