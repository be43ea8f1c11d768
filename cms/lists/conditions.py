"""A query over a list as a condition of the database, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from cms.lists.lookups import HasWord, Pattern
from cms.lists.reading import Asked, readers

_LETTER = "0-9a-zа-яё"
_START, _END = f"(^|[^{_LETTER}])", f"($|[^{_LETTER}])"
#: Endings behind the stem of a common word, and behind the base of a name («Иванов» → «Ивановой», not «Иванович»).
_OF_NAMES = (
    *("а", "я", "у", "ю", "е", "о", "ы", "и", "ь", "й", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "им", "ью", "ии"),
    *("ия", "ию", "ие", "ий", "ый", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ого", "его", "ому", "ему", "ых"),
    *("их", "ах", "ях", "ам", "ям", "ами", "ями", "ыми", "ими"),
)
_OF_WORDS = (
    *_OF_NAMES,
    *("ов", "ев", "ием", "иям", "иях", "иями", "ье", "ья", "ьи", "ьям", "ьев"),
    *("т", "ть", "ит", "ить", "ет", "еть", "ат", "ать", "ят", "ять", "ут", "ют", "л", "ла", "ло", "ли", "ил", "ала"),
)
#: A surname is the beginning of a patronymic; whoever means the patronymic types one letter more.
_NO_PATRONYMIC = "(?!ич|н[аеуы]|ной)"


def words_condition(model: type[models.Model], query: str, fields: Iterable[str]) -> Q:
    """That each word of the query begins a word, or is a form of one, in any of the fields.

    A field may lie behind relations («subjects__name»); what is found there is looked up once for the whole list.
    """
    groups: dict[str, list[str]] = {}
    for path in fields:
        relation, _, name = path.rpartition("__")
        groups.setdefault(relation, []).append(name)
    condition = Q()
    for asked in readers.read(query):
        pattern = pattern_of(asked)
        condition &= _any(_condition(model, relation, names, pattern) for relation, names in groups.items())
    return condition


def behind(relation: str, fields: Iterable[str]) -> tuple[str, ...]:
    """The fields of what the relation leads to."""
    return tuple(f"{relation}__{field}" for field in fields)


def pattern_of(asked: Asked) -> Pattern:
    """A regular expression that Python and PostgreSQL read alike; letters of any case match it."""
    if asked.word.isdecimal():
        return Pattern.of((asked.word,), f"(^|[^0-9]){asked.word}($|[^0-9])")
    surname = _NO_PATRONYMIC if asked.word.endswith(("ов", "ев")) else ""
    forms = [
        f"({'|'.join(map(_spelled, parts))})({'|'.join(endings)})?{_END}"
        for parts, endings in ((asked.stems, _OF_WORDS), (asked.bases, _OF_NAMES))
        if parts
    ]
    whole = f"{_START}({'|'.join([_spelled(asked.word) + surname, *forms])})"
    return Pattern.of((asked.word, *asked.stems, *asked.bases), whole)


def _spelled(word: str) -> str:
    return re.escape(word).replace("е", "[её]")


def _any(conditions: Iterable[Q]) -> Q:
    whole = Q(pk__in=[])
    for condition in conditions:
        whole |= condition
    return whole


def _condition(model: type[models.Model], relation: str, names: list[str], pattern: Pattern) -> Q:
    here = Q(HasWord(_together(names), pattern))
    if not relation:
        return here
    related, is_many = _follow(model, relation)
    inside = Q(**{f"{relation}__in": related._base_manager.filter(here).values("pk")})
    # A row that is found twice would stand twice in the list.
    return Q(pk__in=model._base_manager.filter(inside).values("pk")) if is_many else inside


def _together(names: list[str]) -> Any:
    """All texts of a row as one, so that each row is asked once."""
    apart = [part for name in names for part in (Value("\n"), name)][1:]
    return Concat(*apart, output_field=models.TextField()) if len(apart) > 1 else F(names[0])


def _follow(model: type[models.Model], relation: str) -> tuple[type[models.Model], bool]:
    """Where the relation leads, and whether it may lead to more than one."""
    is_many = False
    for step in relation.split("__"):
        field: Any = model._meta.get_field(step)
        is_many = is_many or field.many_to_many or field.one_to_many
        model = field.related_model
    return model, is_many
