"""Qualification categories as people write them: clause by clause, each understood whole or left over."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.bank.enums import Category, SpecialCategory
from mentoring.bank.imports.values.category_clauses import Clause, clauses_of


@dataclass(frozen=True, slots=True)
class CategoryReading:
    """The category that a person holds, what stands beside it, and what was not understood or not taken."""

    category: Category | None = None
    special: tuple[SpecialCategory, ...] = ()
    remarks: tuple[str, ...] = ()
    #: The text as it was written, where nothing of it says what is held.
    unknown: tuple[str, ...] = ()


@dataclass(slots=True)
class _Found:
    levels: list[Category] = field(default_factory=list)
    special: list[SpecialCategory] = field(default_factory=list)
    has_none: bool = False
    is_fit: bool = False
    remarks: list[str] = field(default_factory=list)
    #: Clauses that nobody understands.
    left: list[str] = field(default_factory=list)


def read_category(text: str) -> Category | None:
    """The category that a text says is held; fitness for the post «соответствие занимаемой должности» is none."""
    return understand_category(text).category


def understand_category(text: str, today: date | None = None) -> CategoryReading:
    """Read a cell whole: what is hoped for, has run out or is not understood is never held, and is remarked."""
    shown = " ".join(text.split())[:120]
    found = _Found()
    for clause in clauses_of(unicodedata.normalize("NFKC", text), today or timezone.localdate()):
        _take(clause, found)
    left = tuple(_("в категории не понято: «%s»") % clause for clause in found.left)
    if found.has_none and found.levels:
        return CategoryReading(
            remarks=(*found.remarks, _("категория «%s» противоречит сама себе и не записана") % shown)
        )
    if found.levels:
        found.remarks += _beside_level(found, shown)
        if found.special and Category.HIGHEST not in found.levels:
            found.special.clear()
        return CategoryReading(_highest(found.levels), _special(found), (*found.remarks, *left))
    return _without_level(found, left, shown)


def _take(clause: Clause, found: _Found) -> None:
    if clause.is_hoped or clause.is_over:
        found.remarks.append(_("категория не записана: «%s» – ещё не присвоена или уже не действует") % clause.text)
        if clause.is_over and not clause.level and found.levels:  # «первая (истекла)»
            found.levels.pop()
    elif clause.rest or (clause.level and clause.is_negated):
        found.left.append(clause.text)
    else:
        found.levels += [clause.level] if clause.level else []
        found.special += clause.special
        found.has_none = found.has_none or (clause.is_negated and not clause.level)
        found.is_fit = found.is_fit or clause.is_fitness


def _beside_level(found: _Found, shown: str) -> list[str]:
    remarks = []
    if len(set(found.levels)) > 1:
        remarks.append(_("из нескольких категорий «%s» записана высшая") % shown)
    if found.special and Category.HIGHEST not in found.levels:
        named = ", ".join(str(special.label) for special in found.special)
        remarks.append(_("«%s» не записано: эту категорию присваивают только вслед за высшей") % named)
    if found.is_fit:
        remarks.append(_("«соответствие должности» рядом с категорией не учтено"))
    return remarks


def _without_level(found: _Found, left: tuple[str, ...], shown: str) -> CategoryReading:
    remarks = tuple(found.remarks)
    if found.special:
        # In a list of mentors «педагог-наставник» is what everybody is; the category goes to holders of the highest.
        named = ", ".join(str(special.label) for special in found.special)
        remark = _("«%s» может быть и должностью: категория не записана. Впишите её вместе с высшей.") % named
        return CategoryReading(remarks=(*remarks, remark, *left))
    if found.is_fit:
        remark = _("«соответствие должности» записано как «без категории»")
        return CategoryReading(Category.NONE, remarks=(*remarks, remark, *left))
    if found.has_none:
        return CategoryReading(Category.NONE, remarks=(*remarks, *left))
    return CategoryReading(remarks=remarks, unknown=() if remarks else (shown,))


def _highest(levels: list[Category]) -> Category:
    return Category.HIGHEST if Category.HIGHEST in levels else Category.FIRST


def _special(found: _Found) -> tuple[SpecialCategory, ...]:
    return tuple(special for special in SpecialCategory if special in found.special)
