"""What one heading means: a field of the bank, whose, and how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from mentoring.bank.imports.columns import NAME_PARTS, UNCLEAR, Field
from mentoring.bank.imports.headings import spellings
from mentoring.bank.imports.headings.owners import Owner, Whose, outside_brackets, whose, without_people
from mentoring.bank.imports.headings.roots import is_beside_the_point, thing_of
from mentoring.bank.imports.values.words import plain, words

_NAME = re.compile(r"\bфио\b|\bф и о\b|\bфамили\w*|\bимя\b|\bимени\b|\bотчеств\w*")
_PART_OF: dict[str, Field] = {
    "фамилия": Field.LAST_NAME,
    "имя": Field.FIRST_NAME,
    "имя отчество": Field.FIRST_NAME,
    "отчество": Field.PATRONYMIC,
}
#: Words that say nothing of whose name it is: whoever works at a school is called so.
_FILLERS = re.compile(
    r"\b(?:фио|ф|и|о|фамили\w*|имя|имени|отчеств\w*|полн\w*|педагог\w*|учител\w*|преподавател\w*|воспитател\w*|"
    r"работник\w*|сотрудник\w*|тренер\w*|специалист\w*|опытн\w*|при|наличи\w*|если|есть|п|пп|n|no|номер|его|ее|"
    r"\d+)\b"
)
_SLIP = 90
_SHORTEST_SLIP = 6
#: Fields that people other than the mentor have, too: theirs are not the mentor's.
PERSONAL = frozenset(
    {
        Field.FULL_NAME, *NAME_PARTS, Field.PHONE, Field.CONTACTS, Field.SUBJECTS, Field.EXPERIENCE, Field.CATEGORY,
        Field.POSITION, Field.ORGANISATION, Field.MUNICIPALITY, Field.HONOURS, Field.DIRECTIONS, Field.ABOUT,
        Field.PORTFOLIO,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field's code or an unclear pair ("" for neither); of whom it speaks; whether the words leave a doubt."""

    value: str = ""
    owner: Owner = Owner.NOBODY
    is_sure: bool = True
    #: Whether the column holds people's names, whosever they are.
    names_people: bool = False
    #: What of the contacts: "email", "page" or "".
    detail: str = ""
    #: Whether the heading speaks of a field of the bank, but of another person's.
    is_another: bool = False


def meaning(levels: Sequence[str]) -> Meaning:
    """Read a heading of one or more levels, the upper one first."""
    return _meaning(tuple(level for level in levels if level.strip()))


@lru_cache(maxsize=5_000)
def _meaning(levels: tuple[str, ...]) -> Meaning:
    if not levels:
        return Meaning()
    mended = [_mended(level) for level in levels]
    told = next((found for found in map(whose, reversed(mended)) if found.owner != Owner.NOBODY), Whose())
    known = spellings.known().get(spellings.key(" ".join(mended))) or ""
    if not known and told.owner in {Owner.NOBODY, Owner.MENTOR}:
        known = spellings.known().get(spellings.key(mended[-1])) or ""
    if known:
        detail = thing_of(plain(" ".join(mended)), Owner.MENTOR).detail if known == Field.CONTACTS else ""
        return _settled(Meaning(known, told.owner if known not in _SELF_EVIDENT else Owner.MENTOR, detail=detail))
    found = _by_words(plain(mended[-1]), told)
    if not found.value and not found.names_people and len(mended) > 1:
        found = _by_words(plain(" ".join(mended)), told)
    return _settled(found)


#: Their own words say whose they are, whatever other person those words name.
_SELF_EVIDENT = frozenset(Field.values) - {field.value for field in PERSONAL} - {Field.FULL_NAME.value}


def _by_words(written: str, told: Whose) -> Meaning:
    """Read a heading that nobody foresaw by the words that decide it."""
    outside = outside_brackets(written)
    if is_beside_the_point(outside):
        return Meaning(owner=told.owner)
    name = _name(" ".join(words(outside)), told)
    thing = thing_of(outside, told.owner)
    if name and not thing.value:
        return name
    if name:  # «ФИО, должность»: a name and something more
        return replace(name, is_sure=False)
    return Meaning(thing.value, told.owner, thing.is_sure and not told.is_mixed, detail=thing.detail)


def _name(key: str, told: Whose) -> Meaning | None:
    """A column of names: it says so, or it says nothing but the person."""
    rest = " ".join(without_people(key).split())
    part = _PART_OF.get(rest)
    if part:
        return Meaning(part, told.owner, not told.is_mixed, names_people=True)
    is_named = _NAME.search(key)
    left = " ".join(_FILLERS.sub(" ", rest).split())
    if not is_named and (left or not key.strip(" 0123456789")):
        return None
    if not is_named and told.owner == Owner.NOBODY and not re.search(r"педагог|учител|работник|сотрудник", key):
        return None
    return Meaning(Field.FULL_NAME, told.owner, not left and not told.is_mixed, names_people=True)


def _settled(found: Meaning) -> Meaning:
    """Give unclear pairs the person that was named, and take from the mentor what is another person's."""
    if found.value in UNCLEAR and found.owner in {Owner.MENTOR, Owner.MENTEE}:
        own, mentees = UNCLEAR[found.value]
        found = replace(found, value=(own if found.owner == Owner.MENTOR else mentees).value)
    if found.value == Field.FULL_NAME or found.value in NAME_PARTS:
        found = replace(found, names_people=True)
    is_pair = found.value in UNCLEAR
    is_personal = is_pair or found.value in {field.value for field in PERSONAL}
    is_another = is_personal and found.owner in {Owner.MENTEE, Owner.OTHER}
    return replace(found, value="", is_another=True) if is_another else found


def _mended(heading: str) -> str:
    """The heading with slips of the pen mended in its longer words."""
    return re.sub(r"[а-яё]+", lambda word: _mended_word(word.group()), plain(heading))


@lru_cache(maxsize=5_000)
def _mended_word(word: str) -> str:
    if len(word) < _SHORTEST_SLIP or word in _dictionary():
        return word
    if any(owner_word.owner != Owner.NOBODY for owner_word in (whose(word),)):
        return word
    best = process.extractOne(word, _dictionary(), scorer=fuzz.ratio, score_cutoff=_SLIP)
    return str(best[0]) if best else word


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    found = {word for spelling in spellings.known() for word in spelling.split() if len(word) >= _SHORTEST_SLIP}
    return frozenset(found | {"наставляемый", "наставляемых", "наставником", "специалиста", "специалист", "куратора"})
