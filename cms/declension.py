"""Names of kinds of things in the form that a sentence asks for: «добавить наставническую пару», «5 новостей».

A name is adjectives and their noun, or a noun alone; what follows the noun («… с текстом», «… «Программы»») stays.
A word that the dictionary does not know stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from cms.morphology import analyser, inflected
from cms.wording import agree

#: Cases as Russian grammar books shorten them, and as the dictionary does.
CASES = {"им": "nomn", "род": "gent", "дат": "datv", "вин": "accs", "твор": "ablt", "пред": "loct"}
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_BETWEEN = frozenset({"и", "или"})
_UNIT = re.compile(r"(?P<number>(?P<count>\d+)\s)(?P<name>[а-яё]+)")
_ENDINGS = {"masc": "", "femn": "а", "neut": "о", "plur": "ы"}


@cache
def declined(name: str, case: str) -> str:
    """The name in a case (``CASES``), in the number in which it is written; both names of «файл или приложение»."""
    words = name.split(" ")
    found = _head(words)
    if found is None:
        return name
    head, noun = found
    number = noun.tag.number or "sing"
    said = [_agreeing(word, noun, CASES[case], number) for word in words[:head]]
    said.append(inflected(noun, words[head], {CASES[case], number}))
    return " ".join([*said, *_after(words[head + 1 :], lambda other: declined(other, case))])


@cache
def counted_name(number: int, name: str) -> str:
    """The name after a number, without it: «(2) пары», «(5) нормативных актов»; ``name`` in either number."""
    words = name.split(" ")
    found = _head(words)
    if found is None:
        return name
    head, noun = found
    form = agree(number, "one", "few", "many")
    case, count = {"one": ("nomn", "sing"), "few": ("gent", "sing"), "many": ("gent", "plur")}[form]
    said = inflected(noun, words[head], {case, count if noun.tag.POS == "NOUN" or form != "few" else "plur"})
    # «2 нормативных акта», but «2 наставнические пары»: adjectives after 2, 3 and 4 are in the plural.
    beside = "nomn" if form == "few" and gender_of(name, as_one=True) == "femn" else case
    before = [_agreeing(word, noun, beside, "plur" if form == "few" else count) for word in words[:head]]
    return " ".join([*before, said, *_after(words[head + 1 :], lambda other: counted_name(number, other))])


def passed(time: str) -> str:
    """A length of time as Django writes it, before «назад»: «1 неделя, 2 дня» gives «1 неделю, 2 дня»."""
    return _UNIT.sub(lambda unit: unit["number"] + _in_accusative(int(unit["count"]), unit["name"]), time)


def gender_of(name: str, *, as_one: bool = False) -> str:
    """``masc``, ``femn``, ``neut``, or ``plur`` for a name in the plural unless one of them is meant."""
    found = _head(name.split(" "))
    if found is None:
        return "masc"
    tag = found[1].tag
    return "plur" if tag.number == "plur" and not as_one else tag.gender or "masc"


def agreeing(participle: str, name: str) -> str:
    """«создан» about a name: «создана» пара, «создано» интервью, «созданы» дуэты; «сохранён», but «сохранена»."""
    ending = _ENDINGS[gender_of(name)]
    return (participle.replace("ё", "е") if ending else participle) + ending


def _in_accusative(number: int, unit: str) -> str:
    # After 2 and more the accusative of what does not live is the nominative: «2 минуты», «5 минут».
    return agree(number, declined(unit, "вин"), unit, unit)


def _head(words: list[str]) -> tuple[int, Any] | None:
    """Where the noun of a name stands, and its reading; an adjective is one where no noun follows it."""
    last = None
    for place, word in enumerate(words):
        nouns = [parse for parse in _nominatives(word) if parse.tag.POS == "NOUN"]
        if nouns:
            return place, nouns[0]
        adjective = next((parse for parse in _nominatives(word) if parse.tag.POS in _ADJECTIVES), None)
        if adjective is None:
            break
        last = place, adjective
    return last


def _after(words: list[str], other: Callable[[str], str]) -> list[str]:
    """What follows the noun: as it is written, but for a second name."""
    return [words[0], other(" ".join(words[1:]))] if words and words[0] in _BETWEEN else words


def _nominatives(word: str) -> list[Any]:
    return [parse for parse in analyser().parse(word) if "nomn" in parse.tag]


def _agreeing(word: str, noun: Any, case: str, number: str) -> str:
    parse = next((it for it in _nominatives(word) if it.tag.POS in _ADJECTIVES), None)
    if parse is None:
        return word
    wanted = {case, number}
    if number == "sing" and noun.tag.gender:
        wanted.add(noun.tag.gender)
    if case == "accs" and (number == "plur" or noun.tag.gender == "masc"):
        wanted.add(noun.tag.animacy or "inan")
    return inflected(parse, word, wanted)
