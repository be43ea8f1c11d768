"""Subjects of a cell: as written, then without the posts, classes and groups that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from mentoring.bank.imports.values.lists import Listed, Value, is_blank, read_list
from mentoring.bank.imports.values.words import plain

_NUMBERS = r"\d{1,2}\s*(?:[-–—,;и]\s*\d{1,2}\s*)*"
_CLASSES = re.compile(
    rf"\(?\s*(?:\b[вдляс]+\s+)?\b{_NUMBERS}\s*-?\s*(?:х|ые|ый|е|й)?\s*(?:кл\b\.?|класс\w*)\s*\)?|\(\s*{_NUMBERS}\s*\)|"
    r"\b\d{1,2}\s*[«\"]?[а-д][»\"]?(?=\W|$)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\(\s*(?:мальчик\w*|девочк\w*|девушк\w*|юнош\w*|профил\w*|баз\w*|углубл[её]нн\w*)\s*\)", re.IGNORECASE
)
_POST = re.compile(
    r"^(?:(?:старш\w+\s+)?(?:учител[ья]\w*|преподавател[ья]|педагог|инструктор|руководитель)(?:-организатор)?\s+(?:по\s+)?)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"^(?:ин\.?|иностр\w*\.?)\s*яз\w*\.?\s*[-–—(:]?\s*(?P<name>англ|нем|фр|кит)\w*\.?\s*(?:яз\w*\.?)?\)?$",
    re.IGNORECASE,
)
_LANGUAGES = {"англ": "английский язык", "нем": "немецкий язык", "фр": "французский язык", "кит": "китайский язык"}
#: Names shortened in the middle, in the other cases that stand behind «учитель»: «физ-ры», «лит-ры», «инф-ки».
_EVERYDAY = re.compile(r"(физ|лит)-?р[аыеу]|(инф|мат)-?(?:ик|к)[аие]")
_EVERYDAY_FORMS = {"физ": "физическая культура", "лит": "литература", "инф": "информатика", "мат": "математика"}

#: Groups of everyday forms that tables have; each holds the name of the subject that it means.
SUBJECT_FORMS: tuple[tuple[str, ...], ...] = (
    ("начальная школа", "начальные классы", "нач классы", "нач кл", "начальная", "окружающий мир"),
    ("математика", "алгебра и начала анализа", "алгебра и начала математического анализа", "матем"),
    ("русский язык", "русский", "рус"),
    ("литература", "лит"),
    ("английский язык", "английский", "англ"),
    ("немецкий язык", "немецкий", "нем"),
    ("французский язык", "французский", "франц"),
    ("китайский язык", "китайский"),
    ("обществознание", "общество"),
    ("труд (технология)", "труд", "технология"),
    ("физическая культура", "физкультура", "физ-ра", "физра"),
    ("основы безопасности и защиты Родины", "ОБЖ", "ОБЗР"),
    ("дополнительное образование", "педагог дополнительного образования"),
    ("коррекционная педагогика", "учитель-дефектолог", "дефектолог"),
    ("логопедия", "учитель-логопед", "логопед"),
)


def read_subjects(text: str, match: Callable[[str], Value | None]) -> Listed[Value]:
    """The subjects of a cell, what was left aside as a remark, and the pieces that nobody knows."""
    match = _with_everyday_forms(match)
    first = read_list(text, match)
    values, unknown, remarks = dict.fromkeys(first.values), list[str](), list[str]()
    for piece in first.unknown:
        found, aside = _without_words(piece, match)
        if found is None:
            unknown.append(piece)
            continue
        values.update(dict.fromkeys(found.values))
        unknown += found.unknown
        remarks += [_("рядом с предметом не записано: «%s»") % aside] if aside else []
    return Listed(tuple(values), tuple(dict.fromkeys(unknown)), tuple(dict.fromkeys(remarks)))


def _with_everyday_forms(match: Callable[[str], Value | None]) -> Callable[[str], Value | None]:
    def known(text: str) -> Value | None:
        if (found := match(text)) is not None:
            return found
        everyday = _EVERYDAY.fullmatch(plain(text))
        return match(_EVERYDAY_FORMS[everyday[1] or everyday[2]]) if everyday else None

    return known


def _without_words(piece: str, match: Callable[[str], Value | None]) -> tuple[Listed[Value] | None, str]:
    """The subjects of a piece once its words about classes and posts are gone, and these words."""
    aside = [found.strip() for pattern in (_CLASSES, _GROUP) for found in _found(pattern, piece)]
    bare = _GROUP.sub(" ", _CLASSES.sub(" ", piece))
    bare = " ".join(bare.split()).strip(" ,;-–—:()") if aside else piece
    if is_blank(bare):
        return Listed(), ", ".join(aside)[:80]
    bare = _POST.sub("", bare) or bare
    if language := _LANGUAGE.match(plain(bare)):
        bare = _LANGUAGES[language["name"]]
    found = read_list(bare, match)
    if not found.values:
        found = _hyphenated(bare, match)
    return (found, ", ".join(aside)[:80]) if found.values else (None, "")


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (found.group() for found in pattern.finditer(text))


def _hyphenated(text: str, match: Callable[[str], Value | None]) -> Listed[Value]:
    """«Физика-математика»: two subjects, if both halves are known."""
    halves = [match(half.strip()) for half in re.split(r"[-–—]", text)]
    known = tuple(half for half in halves if half is not None)
    return Listed(known) if len(known) == len(halves) > 1 else Listed()
