"""A text becomes the name of one person, or a sentence that says why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.personal_names.marks import tidy
from cms.personal_names.ordering import NoName, check_genders, ordered
from cms.personal_names.parts import given
from cms.personal_names.parts import patronymic as fathers_name
from cms.personal_names.problems import MOST_WORDS, SPACED_DASH, about, incomplete, written_wrong
from cms.personal_names.spelling import cased, has_small_words, joined

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class NameReading:
    """Surname, name and patronymic, or the problem that keeps them out; ``remark`` says what was mended."""

    last: str = ""
    first: str = ""
    patronymic: str = ""
    problem: str = ""
    remark: str = ""


def read_name(text: str) -> NameReading:
    """Read «Фамилия Имя Отчество» of one person.

    What stands around it is taken away with a remark; another order is turned only where the dictionary leaves no
    doubt. Two people, posts, initials, signs, parts of different genders and an order that cannot be told are
    problems, worded for whoever filled in the table.
    """
    name, remarks = tidy(text)
    try:
        words = _cased(_words(name, remarks), remarks)
        parts, is_turned = ordered(joined(words), name)
    except NoName as problem:
        return NameReading(problem=str(problem))
    if is_turned:
        turned = _("порядок изменён: «%(name)s» записано как «%(parts)s»")
        remarks.append(turned % {"name": name, "parts": " ".join(parts)})
    return _reading(parts, remarks)


def read_parts(last: str, first: str, patronymic: str) -> NameReading:
    """Read a name whose parts stand apart, each in a cell of its own: nothing is left to tell, so nothing is turned."""
    first, patronymic = _divided(first, patronymic)
    texts = [text for text in (last, first, patronymic) if text.strip()]
    if len(texts) < 2 or not last.strip() or not first.strip():
        return read_name(" ".join(texts))
    parts, remarks = list[str](), list[str]()
    try:
        for text in texts:
            part, mended = tidy(text)
            remarks += [remark for remark in mended if remark not in remarks]
            words = _cased(_words(part, remarks, alone=True), remarks)
            if len(words) > MOST_WORDS - 2:
                raise NoName(about(part, _("в ячейке «%(name)s» больше слов, чем в имени одного человека.")))
            if parts and len(words[0]) == 1:
                raise NoName(about(part, _("нужны полные имя и отчество, а указано «%(name)s».")))
            parts.append(" ".join(words))
        check_genders(tuple(parts))
    except NoName as problem:
        return NameReading(problem=str(problem))
    return _reading(tuple(parts), remarks)


def _divided(first: str, patronymic: str) -> tuple[str, str]:
    """A name and patronymic that stand in one cell («Имя, отчество»), each by itself."""
    words = first.replace(",", " ").split()
    if not patronymic.strip() and len(words) > 1 and fathers_name(" ".join(words[1:])):
        return words[0], " ".join(words[1:])
    return first, patronymic


def _reading(parts: tuple[str, ...], remarks: list[str]) -> NameReading:
    if max(map(len, parts)) > _LONGEST:
        return NameReading(problem=_("имя длиннее 80 знаков. Проверьте, то ли попало в столбец."))
    last, first, *rest = parts
    return NameReading(last, first, " ".join(rest), remark="; ".join(dict.fromkeys(remarks)))


def _words(name: str, remarks: list[str], *, alone: bool = False) -> list[str]:
    """The words of a name (or, ``alone``, of a part of one); raises ``NoName``."""
    if problem := written_wrong(name):
        raise NoName(problem)
    words = name.split(" ")
    if SPACED_DASH.search(name):
        words = SPACED_DASH.sub("-", name).split(" ") if alone else _double_surname(name)
        if not words:
            raise NoName(about(name, _("«%(name)s»: после тире стоят лишние слова. Оставьте только имя.")))
        remarks.append(_("двойная фамилия записана через дефис"))
    if not alone and (problem := incomplete(words, name)):
        raise NoName(problem)
    if has_small_words(words):
        raise NoName(about(name, _("в «%(name)s» есть лишние слова. Оставьте только фамилию, имя и отчество.")))
    return words


def _cased(words: list[str], remarks: list[str]) -> list[str]:
    mended = [cased(word) for word in words]
    if mended != words:
        remarks.append(_("заглавные и строчные буквы в имени исправлены"))
    return mended


def _double_surname(name: str) -> list[str]:
    """The words of «Иванова – Петрова Анна Ивановна»; none where the dash parts off something else."""
    words = SPACED_DASH.sub("-", name).split(" ")
    halves = words[0].split("-")
    is_double = len(halves) == 2 and not any("-" in word for word in words[1:]) and len(words) > 1
    return words if is_double and given(words[1]) and not any(given(half) for half in halves) else []
