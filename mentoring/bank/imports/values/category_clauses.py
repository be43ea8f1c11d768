"""A cell about a category cut into clauses: what each says, and the words in it that nobody understands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentoring.bank.enums import Category, SpecialCategory
from mentoring.bank.imports.values.words import plain

_CUT = re.compile(r"[;,()\[\]]+|(?<!\b[а-я])/|\s+и\s+|\s[-–—]\s")
_LEVELS: tuple[tuple[Category, re.Pattern[str]], ...] = (
    (Category.HIGHEST, re.compile(r"\bвысш(?:ая|ей|ую|ие|ий|)\b|\bвыс\b|\bв\s?к\s?к\b|\bвк\b|\bвквк\b")),
    (
        Category.FIRST,
        re.compile(
            r"\bперв(?:ая|ой|ую|)\b|\bпер\b|\b[1iі](?:\s?-?\s?(?:ая|я|ой|й|ю|ую))?\b(?!\s*-?\s*\d)|\b[1iі]\s?к\s?к\b|\bпкк\b|\b[1iі]к\b|\bп\s?к\s?к\b"
        ),
    ),
)
_SPECIAL: tuple[tuple[SpecialCategory, re.Pattern[str]], ...] = (
    (SpecialCategory.METHODIST, re.compile(r"\bпедагог\w*\s*-?\s*методист\w*")),
    (SpecialCategory.MENTOR, re.compile(r"\bпедагог\w*\s*-?\s*наставник\w*")),
)
_HOPED = re.compile(
    r"\b(?:ожида|план|подал|подан|подач|заявлен|готов|претенд|аттестуется|аттестовыва|проходит|в процессе|будет|"
    r"хочет|намер|собира|ходатайств|рассмотрен|рекоменд|переаттест)\w*"
)
_OVER = re.compile(
    r"\b(?:истек|просроч|законч|оконч|снят|утра|была|был\b|раньше|ранее|бывш|не продл|не действ|недейств|"
    r"не подтвержд)\w*"
)
_FOR = re.compile(r"\b(?:на|к|до)\s+(?:высш|перв|[1iі]\b|[1iі]-)")
_FITNESS = re.compile(
    r"\bсоответств\w*(?:\s+занимаемой)?(?:\s+должност\w*)?|\bс\s?з\s?д\b|"
    r"\bсоотв\b\.?(?:\s*зан\w*\.?)?(?:\s*долж\w*\.?)?"
)
_ORDER = re.compile(
    r"\b(?:пр|прик|приказ\w*|распоряжен\w*|протокол\w*|удостоверен\w*)\b\.?[^;,()]*\d[\w./-]*|№\s*[\w/-]+"
)
_NO_TERM = re.compile(
    r"\bбез\s+(?:огранич\w*\.?\s*)?(?:срок\w*|ограничени\w*)(?:\s+действ\w*)?|\bбессрочн\w*|\bпостоянн\w*"
)
_DATE = re.compile(
    r"(?:(?P<word>\bдо|\bпо|\bс|\bсо|\bот|\bв|\bдейству\w+ до)\s+)?"
    r"(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./])?(?P<year>(?:19|20)\d\d)\b\s*(?:г(?:од\w*)?\b\.?)?"
)
_NOT = re.compile(r"\bбез\b|\bб\s*[/.\\-]?\s*к\b|\bнет\b|\bне\s+име\w+|\bотсутств\w*|\bне\s*аттест\w*|\bнеаттест\w*")
_NOISE = re.compile(
    r"\b(?:кв|квал|квалиф|квалификац|квалификационн\w*|кат|катег|категори\w*|к|имеет|имеется|присвоен\w*|аттестован\w*|аттестац\w*|"
    r"установлен\w*|действует|действительна|есть|срок\w*|действия|с|по|от|г|года|году|к-я|к-рия)\b"
)
_POST = re.compile(
    r"\bпо\s+должност\w+(?:\s+[а-я-]+){0,3}|"
    r"\b(?:старш\w+\s+)?(?:учител\w*|преподавател\w*|педагог\w*|воспитател\w*|методист\w*|психолог\w*|логопед\w*|"
    r"дефектолог\w*|тренер\w*|концертмейстер\w*|руководител\w*|заместител\w*|директор\w*|организатор\w*|вожат\w*|"
    r"инструктор\w*|тьютор\w*|библиотекар\w*|мастер\w*)(?:-[а-я]+)?(?:\s+(?:доп|дополнительного)\b\.?\s*(?:обр|образования)?\b\.?)?|"
    r"\b(?:доп|дополнительного)\b\.?\s*(?:обр|образования)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: the level it names, what else it says, and ``rest`` – the words in it that nobody understands."""

    text: str
    level: Category | None = None
    special: tuple[SpecialCategory, ...] = ()
    is_negated: bool = False
    is_fitness: bool = False
    is_hoped: bool = False
    #: It held once, or has not begun; without a level of its own this speaks of the clause before.
    is_over: bool = False
    rest: str = ""


def clauses_of(text: str, today: date) -> Iterator[Clause]:
    """The clauses of a cell that say anything."""
    lines = "; ".join(_unquoted(text).lower().splitlines())
    written = plain(_ORDER.sub(" ", lines))
    for piece in _CUT.split(written):
        if re.search(r"\w", piece):
            yield _clause(" ".join(piece.split()).strip(" .-–—:"), today)
        elif piece.strip(" ."):
            yield Clause(piece.strip(), rest=piece.strip())


def _unquoted(text: str) -> str:
    return re.sub(r"[«»\"“”„*]", " ", text)


def _clause(text: str, today: date) -> Clause:
    left, is_out = _without_dates(_NO_TERM.sub(" ", text), today)
    is_over = is_out or bool(_OVER.search(left))
    is_hoped = bool(_HOPED.search(left) or _FOR.search(left))
    special = tuple(value for value, spelling in _SPECIAL if spelling.search(left))
    for _value, spelling in _SPECIAL:
        left = spelling.sub(" ", left)
    is_fitness = bool(_FITNESS.search(left))
    level, left = _level(_FITNESS.sub(" ", left))
    is_negated = bool(_NOT.search(left))
    left = _NOISE.sub(" ", _POST.sub(" ", _NOT.sub(" ", left)))
    rest = " ".join(re.findall(r"[\w-]*\w[\w-]*|\?", left))
    if level and is_fitness:
        rest = rest or text  # «соответствие первой категории» says neither
    return Clause(text[:80], level, special, is_negated, is_fitness, is_hoped, is_over, rest)


def _level(text: str) -> tuple[Category | None, str]:
    for value, spelling in _LEVELS:
        if spelling.search(text):
            return value, spelling.sub(" ", text)
    return None, text


def _without_dates(text: str, today: date) -> tuple[str, bool]:
    """The text without its dates, and whether one of them says that the category is over or has not begun."""
    is_out = False
    for found in _DATE.finditer(text):
        until = (found["word"] or "").endswith(("до", "по"))
        month, day = (int(found["month"]), int(found["day"])) if found["day"] else ((12, 31) if until else (1, 1))
        try:
            named = date(int(found["year"]), month, day)
        except ValueError:
            continue
        is_out = is_out or (named < today if until else named > today)
    return _DATE.sub(" ", text), is_out
