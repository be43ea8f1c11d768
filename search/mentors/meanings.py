"""What words mean in the search of mentors: values of reference tables, and conditions that queries name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import Model

from cms.territories.models import Municipality
from mentoring.bank.enums import Category, Meeting, MentoringForm
from mentoring.reference.models import Audience, Direction, ReferenceEntry, Subject
from mentoring.reference.synonyms import SEVERAL_SUBJECTS
from search.language.meanings import Meaning, Meanings
from search.mentors.conditions import WORDS, class_numbers, experience, first_classes, wanted_category
from search.mentors.facets import FREE

#: The tables whose change alters what words mean.
MODELS: tuple[type[Model], ...] = (Subject, Direction, Audience, Municipality)

_TABLES: tuple[tuple[str, type[ReferenceEntry]], ...] = (
    ("subject", Subject),
    ("direction", Direction),
    ("audience", Audience),
)
_BRACKETS = re.compile(r"^(?P<one>[^()]+)\((?P<other>[^()]+)\)$")
_TOWN = re.compile(r"^(?:городской округ|г\. о\.|город|г\.)\s+(?P<town>.+)$", re.IGNORECASE)

#: What is said of a mentor in words that are always a condition.
_SAID: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "category",
        Category.HIGHEST,
        ("высшая категория", "высшая квалификационная категория", "высшая кв категория", "категория высшая"),
    ),
    (
        "category",
        Category.FIRST,
        ("первая категория", "первая квалификационная категория", "категория первая", "1 категория", "1я категория"),
    ),
    ("category", Category.NONE, ("без категории",)),
    (
        "meeting",
        Meeting.DISTANCE,
        ("дистанционно", "дистанционный формат", "дистанционная форма", "дистанционные встречи", "онлайн формат"),
    ),
    ("meeting", Meeting.IN_PERSON, ("лично", "очный формат", "очные встречи", "личные встречи")),
    ("places", FREE, ("свободные места", "есть свободные места", "есть места", "есть место", "свободное место")),
)


def meanings() -> Meanings:
    """What words mean now, in one query for each table."""
    said = (Meaning(facet, str(code), phrases, is_condition=True) for facet, code, phrases in _SAID)
    forms = (
        Meaning("form", form.value, (f"{form.label} наставничество",), is_condition=True) for form in MentoringForm
    )
    return Meanings(
        values=(*_reference(), *said, *forms, *_districts()),
        patterns=(experience, first_classes),
        rewordings=(class_numbers, wanted_category),
        pattern_words=WORDS,
    )


def _reference() -> Iterator[Meaning]:
    # Values that are no longer offered in forms stay here: mentors still carry them.
    for facet, model in _TABLES:
        for code, name in model._default_manager.values_list("code", "name"):
            yield Meaning(facet, code, tuple(names_of(name)))
    for phrases, codes in SEVERAL_SUBJECTS:
        yield from (Meaning("subject", code, phrases) for code in codes)


def _districts() -> Iterator[Meaning]:
    places = Municipality.objects.active().values_list("code", "name", "short_name")
    for code, name, short in places:
        yield Meaning("district", code, tuple(dict.fromkeys(places_of(name, short))), is_condition=True)


def names_of(name: str) -> Iterator[str]:
    """What a value may be called: «Труд (технология)» is each of both."""
    yield name
    if found := _BRACKETS.match(name.strip()):
        yield found["one"]
        yield found["other"]


def places_of(name: str, short: str) -> Iterator[str]:
    """How people name a municipality in a query: «Ключевской р-н», «в Ключевском», «город Каменнобродск»."""
    yield name
    town = _TOWN.match(name)
    stem = town["town"] if town else short
    if town:
        yield from (f"город {stem}", f"г {stem}", f"городской округ {stem}", f"го {stem}", f"г о {stem}")
    else:
        yield from (
            f"{stem} {kind}" for kind in ("район", "р н", "округ", "муниципальный округ", "муниципальный район")
        )
    yield from (f"{preposition} {stem}" for preposition in ("в", "из", "во"))
