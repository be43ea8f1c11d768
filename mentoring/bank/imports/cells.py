"""One cell of a known field becomes the values that a mentor's entry takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from mentoring.bank.enums import (
    CandidateSource,
    Category,
    ExperienceBand,
    Level,
    Meeting,
    MenteeExperience,
    MentoringForm,
    MentoringKind,
    Person,
)
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.categories import read_category, states_fitness
from mentoring.bank.imports.values.choices import read_flag, vocabulary_of
from mentoring.bank.imports.values.contacts import read_contacts
from mentoring.bank.imports.values.experience import band, bands_within, read_years
from mentoring.bank.imports.values.lists import is_blank, read_list
from mentoring.bank.imports.values.words import clean, clean_lines
from mentoring.bank.models import Mentor

_ITEMS = re.compile(r"\s*(?:[;\n]|,\s)\s*")
_MOST_PLACES = 30
_LONGEST_ADDRESS = 400
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Cell:
    """Values by the mentor's fields; remarks for the report; unknown texts; a problem that keeps the row out."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    problem: str = ""


Reader = Callable[[str, Directory], Cell]


def _related(name: str) -> Reader:
    def read(text: str, directory: Directory) -> Cell:
        found = directory.tables[name].read(text)
        values = {name: tuple(sorted(found.values))} if found.values else {}
        return Cell(values, unknown=found.unknown)

    return read


def _several(name: str, options: type[TextChoices]) -> Reader:
    def read(text: str, directory: Directory) -> Cell:
        found = read_list(text, vocabulary_of(options).match)
        values = {name: _in_order(found.values, options)} if found.values else {}
        return Cell(values, unknown=found.unknown)

    return read


def _one(name: str, options: type[TextChoices]) -> Reader:
    def read(text: str, directory: Directory) -> Cell:
        value = vocabulary_of(options).match(text)
        return Cell({name: value}) if value else Cell(unknown=(clean(text)[:120],))

    return read


def _in_order(values: Any, options: type[TextChoices]) -> list[str]:
    return [value for value in options.values if value in set(values)]


def _experience(text: str, directory: Directory) -> Cell:
    reading = read_years(text)
    value = band(reading.years, list(ExperienceBand.values)) if reading.years else None
    return Cell({"experience_band": value} if value else {}, remarks=(reading.remark,) if reading.remark else ())


def _mentee_experience(text: str, directory: Directory) -> Cell:
    codes, remarks = set[str](), []
    for item in _ITEMS.split(text):
        reading = read_years(item)
        if reading.remark:
            remarks.append(reading.remark)
        elif reading.is_any:
            codes.update(MenteeExperience.values)
        elif reading.years:
            codes.update(bands_within(reading.years, list(MenteeExperience.values)))
    values = {"mentee_experience": _in_order(codes, MenteeExperience)} if codes else {}
    return Cell(values, remarks=tuple(remarks))


def _category(text: str, directory: Directory) -> Cell:
    value = read_category(text)
    if value is None:
        return Cell(unknown=(clean(text)[:120],))
    remarks = (_("«соответствие должности» записано как «без категории»"),) if states_fitness(text) else ()
    return Cell({"category": value.value}, remarks=remarks)


def _mentee_categories(text: str, directory: Directory) -> Cell:
    if clean(text).lower().startswith("люб"):
        return Cell({"mentee_categories": list(Category.values)})
    items = [item for item in _ITEMS.split(text) if not is_blank(item)]
    found = {item: read_category(item) for item in items}
    codes = [category.value for category in found.values() if category]
    values = {"mentee_categories": _in_order(codes, Category)} if codes else {}
    return Cell(values, unknown=tuple(clean(item)[:120] for item, category in found.items() if category is None))


def _contacts(text: str, directory: Directory) -> Cell:
    found = read_contacts(text)
    values = {"email": found.email, "page_url": found.page}
    return Cell({name: value for name, value in values.items() if value}, remarks=found.remarks)


def _flag(name: str) -> Reader:
    def read(text: str, directory: Directory) -> Cell:
        return Cell({name: read_flag(text)})

    return read


def _places(text: str, directory: Directory) -> Cell:
    number = clean(text)
    if not number.isdecimal() or int(number) > _MOST_PLACES:
        return Cell(remarks=(_("число мест «%s» не понято: нужно целое от 0 до 30") % number[:20],))
    return Cell({"places_total": int(number)})


def _text(name: str, tidy: Callable[[str], str] = clean) -> Reader:
    longest = Mentor._meta.get_field(name).max_length or 0

    def read(text: str, directory: Directory) -> Cell:
        value = tidy(text)
        if len(value) > longest:
            problem = _("текст длиннее %(longest)d знаков: «%(start)s…»")
            return Cell(problem=problem % {"longest": longest, "start": value[:40]})
        return Cell({name: value})

    return read


def _address(text: str, directory: Directory) -> Cell:
    try:
        _is_address(clean(text))
    except ValidationError:
        return Cell(remarks=(_("неверный адрес страницы «%s»") % clean(text)[:120],))
    return Cell({"case_url": clean(text)})


def _portfolio(text: str, directory: Directory) -> Cell:
    links, remarks = [], []
    for line in filter(None, map(clean, text.splitlines())):
        title, _space, url = line.rpartition(" ")
        title = title.rstrip(" :–—-|") or url
        try:
            _is_address(url)
        except ValidationError:
            remarks.append(_("в портфолио нет адреса: «%s»") % line[:120])
            continue
        if len(url) <= _LONGEST_ADDRESS:
            links.append((title[:160], url))
    return Cell({"portfolio": tuple(links)} if links else {}, remarks=tuple(remarks))


def _guid(text: str, directory: Directory) -> Cell:
    try:
        return Cell({"guid": str(UUID(clean(text)))})
    except ValueError:
        return Cell(remarks=(_("номер записи «%s» не распознан и не учтён") % clean(text)[:60],))


#: How each column is read. District, organisation and name decide about the whole row and are read in ``rows``.
READERS: dict[Field, Reader] = {
    Field.AUDIENCES: _related("audiences"),
    Field.SUBJECTS: _related("subjects"),
    Field.DIRECTIONS: _related("directions"),
    Field.MENTEE_EXPERIENCE: _mentee_experience,
    Field.MENTEE_CATEGORIES: _mentee_categories,
    Field.CONTACTS: _contacts,
    Field.EXPERIENCE: _experience,
    Field.CATEGORY: _category,
    Field.PERSON: _one("person", Person),
    Field.IS_MINOR: _flag("is_minor"),
    Field.POSITION: _text("position"),
    Field.FORMS: _several("forms", MentoringForm),
    Field.KINDS: _several("kinds", MentoringKind),
    Field.MEETINGS: _several("meetings", Meeting),
    Field.PLACES: _places,
    Field.ABOUT: _text("about", clean_lines),
    Field.HONOURS: _text("honours"),
    Field.IS_HONOURED: _flag("is_honoured"),
    Field.CASE_TITLE: _text("case_title"),
    Field.CASE_URL: _address,
    Field.PHONE: _text("phone"),
    Field.SOURCE: _one("source", CandidateSource),
    Field.LEVEL: _one("level", Level),
    Field.PORTFOLIO: _portfolio,
    Field.GUID: _guid,
}


def read_cell(column: Field, text: str, directory: Directory) -> Cell:
    """Read one cell; a blank one has nothing to say and so changes nothing."""
    if is_blank(text) and column not in {Field.CATEGORY, Field.MENTEE_CATEGORIES, Field.IS_MINOR, Field.IS_HONOURED}:
        return Cell()
    return READERS[column](text, directory) if text.strip() else Cell()
