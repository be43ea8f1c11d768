"""Which reader reads which column."""

from __future__ import annotations

from mentoring.bank.enums import CandidateSource, Level, Meeting, MentoringForm, MentoringKind, Person
from mentoring.bank.imports.cells import choices, links, teaching, texts
from mentoring.bank.imports.cells.base import Cell, Reader
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.values.lists import is_blank
from mentoring.bank.imports.values.words import clean_lines

#: How each column is read. District, organisation and name decide about the whole row and are read in ``rows``.
READERS: dict[Field, Reader] = {
    Field.AUDIENCES: choices.related("audiences"),
    Field.SUBJECTS: choices.related("subjects"),
    Field.DIRECTIONS: choices.related("directions"),
    Field.MENTEE_EXPERIENCE: teaching.mentee_experience,
    Field.MENTEE_CATEGORIES: teaching.mentee_categories,
    Field.CONTACTS: links.contacts,
    Field.EXPERIENCE: teaching.experience,
    Field.CATEGORY: teaching.category,
    Field.PERSON: choices.one("person", Person),
    Field.IS_MINOR: choices.flag("is_minor"),
    Field.POSITION: texts.text("position"),
    Field.FORMS: choices.several("forms", MentoringForm),
    Field.KINDS: choices.several("kinds", MentoringKind),
    Field.MEETINGS: choices.several("meetings", Meeting),
    Field.PLACES: texts.places,
    Field.ABOUT: texts.text("about", clean_lines),
    Field.HONOURS: texts.text("honours"),
    Field.IS_HONOURED: choices.flag("is_honoured"),
    Field.CASE_TITLE: texts.text("case_title"),
    Field.CASE_URL: links.case_address,
    Field.PHONE: links.phone,
    Field.SOURCE: choices.one("source", CandidateSource),
    Field.LEVEL: choices.one("level", Level),
    Field.PORTFOLIO: links.portfolio,
    Field.GUID: texts.guid,
}
#: Where «нет» and a dash are an answer.
_SPEAKING = frozenset({Field.CATEGORY, Field.MENTEE_CATEGORIES, Field.IS_MINOR, Field.IS_HONOURED})


def read_cell(column: Field, text: str, directory: Directory) -> Cell:
    """Read one cell; a blank one has nothing to say and so changes nothing."""
    if not text.strip() or (is_blank(text) and column not in _SPEAKING):
        return Cell()
    return READERS[column](text, directory)
