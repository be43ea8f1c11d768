"""Whose names stand in a text that is being written: offered to be linked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import timezone

from cms.accounts.permissions import visible_to
from cms.accounts.territory import User
from cms.morphology import analyser
from mentoring.bank.models import Mentor
from mentoring.mentions.names import pattern_of
from mentoring.mentions.people import Person, name_of, silent
from mentoring.pairs.models import Pair, PairMentee

_WORD = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+(?:-[А-ЯЁ][А-ЯЁа-яё]+)?")
_ENDING = re.compile("(?:ой|ым|ом|ем|ей|ую|ую|ого|ому|его|ему|[аяуюыие])$")
#: Endings of a surname in the nominative.
_NOMINATIVE = ("", "а", "я", "ь", "й", "ий", "ый", "ой", "ая", "о", "е")
#: Different words of a form that are looked at.
MOST_WORDS = 600
#: Rows asked for at once.
PORTION = 500


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person whose name stands in some of the fields."""

    person: Person
    words: str
    fields: tuple[str, ...]
    is_silent: bool


def suggest(texts: Mapping[str, str], user: User) -> list[Suggestion]:
    """The people named in the texts (field → text) whom this user may know of: public ones, and the own."""
    whole = "\n".join(texts.values())
    found: list[tuple[Person, str, tuple[str, ...]]] = []
    for person in _candidates(surnames_in(whole), user):
        pattern = pattern_of(name_of(person))
        places = {field: next((it for it in pattern.find(text) if it.is_sure), None) for field, text in texts.items()}
        standing = {field: it.words for field, it in places.items() if it is not None}
        if standing:
            found.append((person, next(iter(standing.values())), tuple(standing)))
    quiet = {id(person) for person in silent([person for person, _words, _fields in found], timezone.localdate())}
    return [Suggestion(person, words, fields, id(person) in quiet) for person, words, fields in found]


def surnames_in(text: str) -> set[str]:
    """What the words with a capital may be as surnames in the nominative, of either gender."""
    words = list(dict.fromkeys(_WORD.findall(text)))[:MOST_WORDS]
    guesses: set[str] = set()
    for word in words:
        guesses |= _nominatives(word.title() if word.isupper() else word)
    return guesses


def _nominatives(word: str) -> set[str]:
    found = {word}
    stem = _ENDING.sub("", word)
    if len(stem) > 2:
        found |= {stem + ending for ending in _NOMINATIVE}
    for parse in analyser().parse(word.lower()):
        if "Surn" in parse.tag or "NOUN" in parse.tag:
            found.add(parse.normal_form.capitalize())
    return found | {guess.replace("е", "ё", 1) for guess in found if "е" in guess}


def _candidates(surnames: Iterable[str], user: User) -> list[Person]:
    wanted = sorted(surnames)
    mine = visible_to(user, Mentor.objects.all())
    public = Mentor.objects.public(timezone.localdate())
    people: dict[int, Person] = {}
    for start in range(0, len(wanted), PORTION):
        portion = wanted[start : start + PORTION]
        for mentors in (mine, public):
            people.update((mentor.pk, mentor) for mentor in mentors.filter(last_name__in=portion))
    mentees = PairMentee.objects.filter(pair__in=visible_to(user, Pair.objects.all()))
    names = set(wanted)
    numbers = [pk for pk, name in mentees.values_list("pk", "full_name") if name.split(" ", 1)[0] in names]
    return [*people.values(), *PairMentee.objects.filter(pk__in=numbers[:PORTION])]
