"""Of whom a heading speaks: the mentor, the one who is helped, somebody else, or nobody in particular."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from mentoring.bank.imports.values.words import plain


class Owner(enum.StrEnum):
    """Whose the values of a column are."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    OTHER = "other"
    NOBODY = "nobody"


_WORDS: tuple[tuple[Owner, re.Pattern[str]], ...] = (
    (Owner.MENTOR, re.compile(r"\bнаставни[кц]\w*|\bментор\w*")),
    (
        Owner.MENTEE,
        re.compile(
            r"\bнаставляем\w*|\bмолод(?:ой|ого|ому|ым|ая|ую|ые|ых|ыми)\b|\bначинающ\w*|\bстаж[еи]р\w*|\bподопечн\w*|"
            r"\bменти\b|\bподшефн\w*|\bприбывш\w*|\bновичк\w*|\bобучающ\w*|\bуче(?:ник|ниц)\w*|\bвоспитанни\w*|"
            r"\bстудент\w*|\bшкольник\w*|\bребен\w*|\bдет(?:и|ей|ям)\b|\bпротеже\b|\bмс\b|\bадаптант\w*|\bпрактикант\w*|"
            r"\bвыпускник\w*|\bнов(?:ый|ого) (?:педагог|учител|работник|сотрудник|воспитател)\w*"
        ),
    ),
    (
        Owner.OTHER,
        re.compile(
            r"\bкуратор\w*|\bкурир\w*|\bдиректор\w*|\bруководител\w*|\bответственн\w*|\bконтактн\w* лиц\w*|"
            r"\bмам[аыеу]\b|"
            r"\bмат(?:ь|ери)\b|\bпап[аыеу]\b|\bот(?:ец|ца|цу)\b|\bродител\w*|\bпредставител\w*|\bопекун\w*|\bбабушк\w*|"
            r"\bзавуч\w*|\bзам\w*\b|\bкоординатор\w*|\bисполнител\w*|\bзаведующ\w*|\bначальник\w*|\bметодист\w*|"
            r"\bсекретар\w*|\bоператор\w*|\bсоставител\w*|\bэксперт\w*|\bпредседател\w*|\bадминистратор\w*|"
            r"\bадминистраци\w*|\bсупервизор\w*|\bтьютор\w*|\bпсихолог\w*|\bавтор\w*|\bработодател\w*|\bбухгалтер\w*|"
            r"\bспециалист\w* (?:отдел|управлен)\w*|\bзаявител\w*|\bорганизатор\w*|\bдоверенн\w*|\bпроверяющ\w*"
        ),
    ),
)
#: Categories of today, which are no people.
_CATEGORIES = re.compile(r"педагог\w*\s*-?\s*методист\w*")
_BRACKETS = re.compile(r"\([^)]*\)?")


@dataclass(frozen=True, slots=True)
class Whose:
    """The first person that a heading names; ``is_mixed`` when it names another one too."""

    owner: Owner = Owner.NOBODY
    is_mixed: bool = False


def whose(heading: str) -> Whose:
    """Tell whose the column is; what stands in brackets counts only where nobody is named outside them."""
    written = _CATEGORIES.sub(" ", plain(heading))
    outside = _whose(_BRACKETS.sub(" ", written))
    return outside if outside.owner != Owner.NOBODY else _whose(written)


def _whose(written: str) -> Whose:
    named = sorted((found.start(), owner) for owner, words in _WORDS for found in words.finditer(written))
    if not named:
        return Whose()
    return Whose(named[0][1], is_mixed=len({owner for _start, owner in named}) > 1)


def without_people(written: str) -> str:
    """A plain heading without the words that name people."""
    for _owner, names in _WORDS:
        written = names.sub(" ", written)
    return written


def outside_brackets(written: str) -> str:
    """A heading without what stands in brackets, unless that is all of it."""
    return _BRACKETS.sub(" ", written).strip() or written
