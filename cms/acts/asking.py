"""A citation as somebody types it, in the words under which an act is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cms.acts.issuers import issuer_words
from cms.acts.numbers import normalised, spelled_in_latin, whole_numbers, with_whole_numbers
from cms.acts.written_days import days_as_words, with_words_of_days

if TYPE_CHECKING:
    from cms.acts.models import ActPage


def kept(text: str) -> str:
    """A text as the index of pages keeps it: days and numbers are found in every spelling."""
    return with_whole_numbers(with_words_of_days(text))


def asked(text: str) -> str:
    """A question to the index of pages, its days and numbers spelled as the index spells them."""
    return whole_numbers(days_as_words(text))


def told_by(act: ActPage) -> str:
    """What tells one act from another: number, date, issuer, kind, each in every spelling that people type."""
    day = f"{act.date:%d.%m.%Y} {act.date.year}" if act.date else ""
    issuer = issuer_words(act.issuer, act.issuer_short)
    return " ".join(part for part in (number_words(act.number), day, act.get_kind_display(), issuer) if part)


def number_words(number: str) -> str:
    """The number with and without separators, its parts in either order, in Cyrillic and in Latin letters."""
    plain = normalised(number)
    digits = plain.strip("абвгдежзийклмнопрстуфхцчшщъыьэюя")
    letters = plain.replace(digits, "", 1) if digits.isdigit() else ""
    other = f"{digits}{letters}" if plain.startswith(letters) else f"{letters}{digits}"
    spellings = (number, plain, other, spelled_in_latin(number), spelled_in_latin(plain))
    return " ".join(dict.fromkeys(spelling for spelling in spellings if spelling))
