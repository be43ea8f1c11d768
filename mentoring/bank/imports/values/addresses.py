"""One address: of letters, of a page, or the number of a phone; the whole text or none."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

_LONGEST_PAGE = 400
_LONGEST_PHONE = 40
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_WWW = re.compile(r"www\.[^\s/]+\.\w", re.IGNORECASE)
#: «school.example.org/anna» is a page although nothing says so; «page.htm» and «ivanova.anna» are none.
_BARE = re.compile(
    r"(?:[\w-]+\.)+(?:ru|рф|su|org|com|net|info|edu|me|рус|дети|онлайн|сайт|москва|site|online|school|pro)"
    r"(?:/[^\s<>\"]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[\d(][\d\s()–—.-]{4,}\d(?:\s*,?\s*(?:доб|вн)\w*\.?\s*\d+)?")
_NO_PHONE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\d{3}-\d{3}-\d{3}[ -]\d{2}")
_DIGITS = range(5, 16)
_is_email = EmailValidator()
_is_page = URLValidator(schemes=["http", "https"])


class Kind(enum.Enum):
    """What an address leads to."""

    EMAIL = enum.auto()
    PAGE = enum.auto()
    PHONE = enum.auto()


@dataclass(frozen=True, slots=True)
class Address:
    """An address that holds, and a remark where it is not quite what was written."""

    kind: Kind
    value: str
    remark: str = ""


def address_of(written: str) -> Address | None:
    """The address for letters or the page that a text without spaces is; None for anything else."""
    bare = written.strip("<>«»\"'“”[]").rstrip(".,;").strip("<>")
    if "@" in bare and not _SCHEME.match(bare):
        return _email(bare, written)
    if _SCHEME.match(bare):
        return _page(bare, written)
    if _WWW.match(bare) or _BARE.fullmatch(bare):
        return _page(f"https://{bare}", written)
    return None


def phone_of(written: str) -> str:
    """The phone that a text is, as it was written; nothing where it is anything else."""
    text = written.strip(" .,;")
    digits = sum(sign.isdigit() for sign in text)
    is_phone = _PHONE.fullmatch(text) and digits in _DIGITS and not _NO_PHONE.fullmatch(text)
    return text if is_phone and len(text) <= _LONGEST_PHONE else ""


def _email(bare: str, written: str) -> Address | None:
    value = re.sub(r"^mailto:", "", bare, flags=re.IGNORECASE)
    if _is_mixed(value) or not _holds(_is_email, value):
        return None
    return Address(Kind.EMAIL, value, _mended(value, written))


def _page(value: str, written: str) -> Address | None:
    host = re.sub(r"^https?://([^/?#]*).*", r"\1", value, flags=re.IGNORECASE | re.DOTALL)
    if len(value) > _LONGEST_PAGE or _is_mixed(host) or not _holds(_is_page, value):
        return None
    return Address(Kind.PAGE, value, _mended(value, written))


def _is_mixed(address: str) -> bool:
    """Whether one word of an address has letters of two alphabets: a Russian «а» in it leads nowhere."""
    return any(
        re.search(r"[a-z]", word) and re.search(r"[а-яё]", word)
        for word in re.split(r"[^a-zа-яё0-9]+", address.lower())
    )


def _mended(value: str, written: str) -> str:
    if value == written:
        return ""
    return _("«%(written)s» записано как «%(value)s»") % {"written": written[:120], "value": value[:120]}


def _holds(check: EmailValidator | URLValidator, value: str) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True
