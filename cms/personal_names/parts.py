"""What a word can be in a person's name: a given name, a patronymic, a surname, and of which gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from cms.morphology import analyser

MASCULINE, FEMININE = "masc", "femn"
BOTH = frozenset({MASCULINE, FEMININE})
NOBODY: frozenset[str] = frozenset()
Genders = frozenset[str]

SONS = frozenset({"оглы", "оглу", "улы", "угли", "огли", "уулу", "углы"})
DAUGHTERS = frozenset({"кызы", "гызы", "кизи", "кзы", "гизи"})
FATHERS = frozenset({"ибн", "бен", "бин", "бинт"})
#: Given names that the dictionary keeps as other words or leaves out.
_MORE_DAUGHTERS = "софия весна аделина амелия айша алсу гузель лия мадина марьям самира стефания"
_MORE_SONS = "эмин мухаммад тимур амир ислам дамир эльдар лаврентий"
_MORE_GIVEN: dict[str, Genders] = {
    **dict.fromkeys(_MORE_DAUGHTERS.split(), frozenset({FEMININE})),
    **dict.fromkeys(_MORE_SONS.split(), frozenset({MASCULINE})),
}
_SON = re.compile(r"[оеё]вич$")
_DAUGHTER = re.compile(r"(?:[оеё]вна|инична|ьична|ишна)$")
_DECLINED = re.compile(r"(?:[оеё]вич|ьич|[кмт]ич)(?:а|у|ем|е)$|(?:[оеё]вн|иничн|ьичн|ишн)(?:ы|е|у|ой)$")
_MASCULINE_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[сц]к[ио]й|ый)$")
_FEMININE_SURNAME = re.compile(r"(?:[оеё]ва|[иы]на|ая)$")
#: Endings of surnames that no given name has: «-ина» and «-ян» have some («Айлина», «Номин»).
_SURNAME = re.compile(r"(?:[оеё]ва?|[сц]к(?:ий|ой|ая)|енко|чук|щук|дзе|швили|[иы]х|янц)$")
_OFTEN_SURNAME = re.compile(r"(?:[иы]на?|ян)$")
#: Given names of the East whose gender the dictionary guesses: «Аминат» and «Армине» are women.
_OF_EITHER = re.compile(r"(?:[аяу]т|[еи])$")
_VOWEL = re.compile(r"[аеёиоуыэюяіїє]")
_NAMING = ("Name", "Surn", "Patr")


@lru_cache(maxsize=20_000)
def _known(word: str) -> tuple[Any, ...]:
    """The tags of the word in the dictionary; none for a word that it can only guess at."""
    if not analyser().word_is_known(word):
        return ()
    return tuple(parse.tag for parse in analyser().parse(word))


def _nominative(word: str, kind: str) -> Iterator[Any]:
    return (tag for tag in _known(word) if kind in tag and "nomn" in tag and "sing" in tag)


def _genders(tags: Iterator[Any]) -> Genders:
    found: set[str] = set()
    for tag in tags:
        found |= BOTH if "ms-f" in tag else {str(tag.gender)} & BOTH
    return frozenset(found)


def pieces(word: str) -> list[str]:
    """«Анна-Мария» → «анна», «мария»."""
    return word.lower().split("-")


@lru_cache(maxsize=20_000)
def given(word: str) -> Genders:
    """The genders of a given name that the dictionary knows; nobody's for any other word."""
    found = BOTH
    for piece in pieces(word):
        genders = _MORE_GIVEN.get(piece) or _genders(_nominative(piece, "Name"))
        found &= BOTH if genders and _OF_EITHER.search(piece) else genders
    return found


@lru_cache(maxsize=20_000)
def patronymic(word: str) -> Genders:
    """The gender of a patronymic: «Петровна», «Али кызы», «ибн Юсуф»; nobody's for any other word."""
    lower = word.lower()
    first, *_rest, last = [*lower.replace("-", " ").split(), lower.replace("-", " ").split()[-1]]
    if last in SONS or first in FATHERS - {"бинт"} or (last.endswith("оглы") and len(last) > 6):
        return frozenset({MASCULINE})
    if last in DAUGHTERS or first == "бинт" or (last.endswith("кызы") and len(last) > 6):
        return frozenset({FEMININE})
    if found := _genders(_nominative(lower, "Patr")):
        return found
    if len(lower) <= 5:
        return NOBODY
    if _DAUGHTER.search(lower):
        return frozenset({FEMININE})
    return frozenset({MASCULINE}) if _SON.search(lower) and not _known(lower) else NOBODY


def is_declined(word: str) -> bool:
    """Whether a patronymic stands in another case: «Петровича», «Ивановне», as acts and orders write names."""
    return bool(_DECLINED.search(word.lower())) and not patronymic(word)


def is_surname_alone(word: str) -> bool:
    """Whether a word is a surname and nothing else: by the dictionary, or by its ending where that knows nothing."""
    last = pieces(word)[-1]
    if given(word) or patronymic(word):
        return False
    return any(_nominative(last, "Surn")) or bool(_SURNAME.search(last) and _vowels(last) > 1)


def is_rather_surname(word: str) -> bool:
    """Whether a word that is no known given name ends like a surname, as some given names do too: «Давтян»."""
    return not given(word) and (is_surname_alone(word) or bool(_OFTEN_SURNAME.search(word.lower())))


def is_surname(word: str) -> bool:
    """Whether the dictionary knows a surname of this form, whatever else it may be."""
    return any(_nominative(pieces(word)[-1], "Surn"))


def surname_form(word: str) -> Genders:
    """Whose surname it can be by its ending; both where that tells nothing («Ким», «Шевченко»)."""
    last = word.lower().replace("-", " ").split()[-1]
    if _vowels(last) < 2:
        return BOTH
    if _FEMININE_SURNAME.search(last):
        return frozenset({FEMININE})
    return frozenset({MASCULINE}) if _MASCULINE_SURNAME.search(last) else BOTH


def surname(word: str) -> Genders:
    """Whose surname it can be, by its ending and by the dictionary: «Калина» and «Грин» have one form for everybody."""
    last = word.lower().replace("-", " ").split()[-1]
    return BOTH if _is_a_noun(last) else surname_form(last) | _genders(_nominative(last, "Surn"))


def _is_a_noun(word: str) -> bool:
    """«Калина», «Герой»: a surname like that has one form for everybody."""
    return any(
        "NOUN" in tag and "nomn" in tag and "sing" in tag and not any(k in tag for k in _NAMING) for tag in _known(word)
    )


def _vowels(word: str) -> int:
    return len(_VOWEL.findall(word))


def is_common_word(word: str) -> bool:
    """Whether the dictionary knows the word and knows it as no name of anybody."""
    return any(
        bool(tags) and not any(kind in tag for tag in tags for kind in _NAMING) and piece not in _MORE_GIVEN
        for piece in pieces(word)
        for tags in [_known(piece)]
    )
