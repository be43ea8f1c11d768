"""An entry as a row of the bank's table, in words that an import reads back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from mentoring.bank.imports.columns import Field
from mentoring.bank.models import Mentor

#: Entries that stand in memory at once while a bank is written.
CHUNK = 500
_BETWEEN = "; "


def _names(relation: str) -> Callable[[Mentor], str]:
    return lambda mentor: _BETWEEN.join(thing.name for thing in getattr(mentor, relation).all())


def _choices(name: str) -> Callable[[Mentor], str]:
    field: Any = Mentor._meta.get_field(name)
    return lambda mentor: _BETWEEN.join(field.labels(getattr(mentor, name)))


def _choice(name: str) -> Callable[[Mentor], str]:
    field: Any = Mentor._meta.get_field(name)
    labels = {value: str(label) for value, label in field.flatchoices}
    return lambda mentor: labels.get(getattr(mentor, name), "")


def _text(name: str) -> Callable[[Mentor], str]:
    return lambda mentor: str(getattr(mentor, name))


def _category(mentor: Mentor) -> str:
    return _BETWEEN.join(filter(None, (_choice("category")(mentor), _choices("special_categories")(mentor))))


def _flag(name: str) -> Callable[[Mentor], str]:
    return lambda mentor: "да" if getattr(mentor, name) else "нет"


def _contacts(mentor: Mentor) -> str:
    return ", ".join(filter(None, (mentor.email, mentor.page_url)))


def _portfolio(mentor: Mentor) -> str:
    return "\n".join(f"{link.title}: {link.url}" for link in mentor.portfolio_links.all())


WRITERS: dict[Field, Callable[[Mentor], str]] = {
    Field.MUNICIPALITY: lambda mentor: mentor.organisation.municipality.name,
    Field.ORGANISATION: lambda mentor: mentor.organisation.short_name,
    Field.FULL_NAME: lambda mentor: mentor.full_name,
    Field.AUDIENCES: _names("audiences"),
    Field.SUBJECTS: _names("subjects"),
    Field.DIRECTIONS: _names("directions"),
    Field.MENTEE_EXPERIENCE: _choices("mentee_experience"),
    Field.MENTEE_CATEGORIES: _choices("mentee_categories"),
    Field.CONTACTS: _contacts,
    Field.EXPERIENCE: _choice("experience_band"),
    Field.CATEGORY: _category,
    Field.PERSON: _choice("person"),
    Field.IS_MINOR: _flag("is_minor"),
    Field.POSITION: _text("position"),
    Field.FORMS: _choices("forms"),
    Field.KINDS: _choices("kinds"),
    Field.MEETINGS: _choices("meetings"),
    Field.PLACES: _text("places_total"),
    Field.ABOUT: _text("about"),
    Field.HONOURS: _text("honours"),
    Field.IS_HONOURED: _flag("is_honoured"),
    Field.CASE_TITLE: _text("case_title"),
    Field.CASE_URL: _text("case_url"),
    Field.PHONE: _text("phone"),
    Field.SOURCE: _choice("source"),
    Field.LEVEL: _choice("level"),
    Field.PORTFOLIO: _portfolio,
    Field.GUID: _text("guid"),
}


def bank_rows(mentors: QuerySet[Mentor], columns: Iterable[Field] = tuple(WRITERS)) -> Iterator[list[str]]:
    """Headings, then a row an entry in the queryset's order, read from the database in chunks."""
    columns = list(columns)
    yield [str(column.label) for column in columns]
    found = mentors.select_related("organisation__municipality").prefetch_related(
        "subjects", "directions", "audiences", "portfolio_links"
    )
    for mentor in found.iterator(chunk_size=CHUNK):
        yield [WRITERS[column](mentor) for column in columns]
