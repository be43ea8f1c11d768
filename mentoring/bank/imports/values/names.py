"""A person's name in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mentoring.bank.imports.values.words import clean, cyrillic, has_latin

_TURKIC = frozenset({"оглы", "кызы", "гызы", "оглу", "улы"})
_PATRONYMIC = re.compile(r"(?:вич|вна|чна|ьич|тич|мич|кич|ич)$", re.IGNORECASE)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class NameReading:
    """Surname, name and patronymic, or the problem that keeps the row out; ``remark`` says what was mended."""

    last: str = ""
    first: str = ""
    patronymic: str = ""
    problem: str = ""
    remark: str = ""


def read_name(text: str) -> NameReading:
    """Read «Фамилия Имя Отчество» in any case; initials, digits and Latin names are problems to mend in the file."""
    written = clean(text)
    mended = cyrillic(written)
    parts = [part for part in mended.split(" ") if part]
    problem = _problem(mended, parts)
    if problem:
        return NameReading(problem=problem)
    last, first, *rest = _ordered([_cased(part) for part in parts])
    if max(map(len, (last, first, " ".join(rest)))) > _LONGEST:
        return NameReading(problem=_("имя длиннее 80 знаков. Проверьте, то ли попало в столбец."))
    remark = _("латинские буквы в имени заменены русскими") if mended != written else ""
    return NameReading(last, first, " ".join(rest), remark=remark)


def _problem(name: str, parts: list[str]) -> str:
    if not name:
        return _("не указаны фамилия, имя и отчество.")
    if re.search(r"\d", name) or not re.search(r"[^\W\d_]", name):
        return _("«%(name)s» не похоже на фамилию, имя и отчество.") % {"name": name[:80]}
    if has_latin(name):
        return _("имя «%(name)s» написано латинскими буквами. Впишите его по-русски.") % {"name": name[:80]}
    if "." in name:
        return _("нужны полные имя и отчество, а указано «%(name)s».") % {"name": name[:80]}
    if re.search(r"[,;/(]", name):
        return _("в ячейке «%(name)s» больше одного человека или лишние знаки. Одна строка – один наставник.") % {
            "name": name[:80]
        }
    if len(parts) < 2 or any(len(part) < 2 for part in parts[:2]):
        return _("нужны фамилия и имя полностью, а указано «%(name)s».") % {"name": name[:80]}
    if len(parts) > 5:
        return _("в ячейке «%(name)s» больше слов, чем в имени одного человека.") % {"name": name[:80]}
    return ""


def _ordered(parts: list[str]) -> list[str]:
    """Put the surname first where «Имя Отчество Фамилия» was written."""
    if len(parts) == 3 and _PATRONYMIC.search(parts[1]) and not _PATRONYMIC.search(parts[2]):
        return [parts[2], parts[0], parts[1]]
    return parts


def _cased(part: str) -> str:
    """«ИВАНОВА-ПЕТРОВА» → «Иванова-Петрова»; «оглы» stays as it is; what is in mixed case is the person's own way."""
    if part.lower() in _TURKIC:
        return part.lower()
    if part.isupper() or part.islower():
        return "-".join(piece.capitalize() for piece in part.split("-"))
    return part
