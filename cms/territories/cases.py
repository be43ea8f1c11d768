"""The name of a municipality in the genitive: «Ключевского района», «городского округа Северореченск»."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from cms.morphology import analyser, inflected

#: What kind of place a name tells of; what follows is a name of its own and stays as it is written.
_HEADS = frozenset({"район", "округ", "область", "край", "республика", "поселение", "образование"})
#: After these the name of the place is declined as well: «города Северореченска».
_DECLINED_WITH = frozenset({"город"})
#: Names of places are adjectives that no dictionary holds: their endings are regular.
_ENDINGS = {"ый": "ого", "ой": "ого", "ий": "ого", "ое": "ого", "ее": "его", "ая": "ой", "яя": "ей"}
_ADJECTIVE = re.compile(rf"(\w{{2,}}?)({'|'.join(_ENDINGS)})", re.IGNORECASE)


@cache
def genitive(name: str) -> str:
    """The name in the genitive; a word that the dictionary cannot decline stays as it is."""
    words = name.split()
    head = next((number for number, word in enumerate(words) if word.lower() in _HEADS | _DECLINED_WITH), None)
    if head is None:
        return " ".join(_declined(word, "") for word in words)
    last = len(words) if words[head].lower() in _DECLINED_WITH else head + 1
    gender = _nominative(words[head]).tag.gender if _nominative(words[head]) else ""
    return " ".join([*(_declined(word, gender) for word in words[:last]), *words[last:]])


def _declined(word: str, gender: str) -> str:
    if gender and (match := _ADJECTIVE.fullmatch(word)):
        stem, ending = match.groups()
        soft = ending == "ий" and stem[-1] not in "гкх" and stem[-1] not in "ГКХ"
        return stem + ("его" if soft else _ENDINGS[ending])
    parse = _nominative(word, gender)
    return word if parse is None else inflected(parse, word, {"gent"})


def _nominative(word: str, gender: str = "") -> Any:
    """The reading in the nominative singular that agrees with the head, if there is one."""
    parses = [parse for parse in analyser().parse(word) if {"nomn", "sing"} in parse.tag]
    return next((parse for parse in parses if not gender or parse.tag.gender == gender), None)
