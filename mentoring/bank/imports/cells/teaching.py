"""Cells about experience and qualification, the mentor's own and the mentee's."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from mentoring.bank.enums import Category, ExperienceBand, MenteeExperience
from mentoring.bank.imports.cells.base import Cell
from mentoring.bank.imports.cells.choices import in_order
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.categories import understand_category
from mentoring.bank.imports.values.experience import Years, band, bands_within, is_within, read_years
from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import clean

_ITEMS = re.compile(r"\s*(?:[;\n]|,\s)\s*")
_ANY = re.compile(r"(?:люб\w+|все|всех|не важн\w+|неважн\w+)(?:\s+категори\w+)?")
_BANDS = list(ExperienceBand.values)
_MENTEES = list(MenteeExperience.values)


def experience(text: str, directory: Directory) -> Cell:
    """The band of the mentor's own experience; a stretch that no band holds whole has a remark."""
    reading = read_years(text)
    remarks = [reading.remark] if reading.remark else []
    if reading.is_any:
        remarks.append(_("стаж «%s» не понят. Впишите число лет.") % clean(text)[:60])
    if not reading.years:
        return Cell(remarks=tuple(remarks))
    value = band(reading.years, _BANDS)
    if value and not is_within(reading.years, value):
        remarks.append(_taken(text, str(ExperienceBand(value).label)))
    return Cell({"experience_band": value} if value else {}, remarks=tuple(remarks))


def mentee_experience(text: str, directory: Directory) -> Cell:
    """The bands of the mentee whom the mentor takes."""
    codes, remarks = set[str](), []
    for item in _ITEMS.split(text):
        reading = read_years(item)
        remarks += [reading.remark] if reading.remark else []
        if reading.is_any:
            codes.update(_MENTEES)
        elif reading.years:
            found = bands_within(reading.years, _MENTEES)
            codes.update(found)
            if not _is_covered(reading.years, found):
                labels = ", ".join(str(MenteeExperience(code).label) for code in found)
                remarks.append(_taken(item, labels))
    values = {"mentee_experience": in_order(codes, MenteeExperience)} if codes else {}
    return Cell(values, remarks=tuple(remarks))


def _is_covered(years: Years, codes: list[str]) -> bool:
    """Whether the bands say what the stretch does, neither more nor less; a single year lies within its band."""
    if years.low == years.high:
        return any(is_within(years, code) for code in codes)
    bounds = [tuple(map(int, code.split("-"))) for code in codes]
    high = max((high for _low, high in bounds), default=-1)
    is_open = years.high is None and high == 40
    return bool(bounds) and min(low for low, _high in bounds) == years.low and (is_open or high == years.high)


def _taken(text: str, label: str) -> str:
    words = {"text": clean(text)[:60], "label": label or _("ничего")}
    return _("стаж «%(text)s» не совпадает с промежутками, записано: %(label)s") % words


def category(text: str, directory: Directory) -> Cell:
    """The mentor's own category, with those of today beside the highest."""
    reading = understand_category(text)
    values: dict[str, object] = {"category": reading.category.value} if reading.category else {}
    if reading.special or reading.category not in {None, Category.HIGHEST}:
        # Silence about them takes nothing away, a category below the highest does.
        values["special_categories"] = [special.value for special in reading.special]
    return Cell(values, remarks=reading.remarks, unknown=reading.unknown)


def mentee_categories(text: str, directory: Directory) -> Cell:
    """The categories of the mentee whom the mentor takes."""
    if _ANY.fullmatch(clean(text).lower()):
        return Cell({"mentee_categories": list(Category.values)})
    readings = [understand_category(item) for item in _ITEMS.split(text) if not is_blank(item)]
    codes = [reading.category.value for reading in readings if reading.category]
    values = {"mentee_categories": in_order(codes, Category)} if codes else {}
    return Cell(
        values,
        remarks=tuple(remark for reading in readings for remark in reading.remarks),
        unknown=tuple(text for reading in readings for text in reading.unknown),
    )
