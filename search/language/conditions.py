"""Words that name a value of a facet are understood as this condition: «со стажем больше 20 лет», «дистанционно»."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from search.interface.result import Understood
from search.language.meanings import Condition
from search.language.morphology import analyser
from search.language.stopwords import STOPWORDS, telling
from search.language.synonyms import Synonyms
from search.language.tokens import spans

_ATTRIBUTES = {"ADJF", "PRTF"}


class Conditions(NamedTuple):
    """The conditions that a text names, and the text without their words."""

    understood: tuple[Understood, ...]
    rest: str


@lru_cache(maxsize=256)
def conditions(text: str, synonyms: Synonyms) -> Conditions:
    """What of a cleaned text is a condition, and what is left to be searched as words."""
    found = list(spans(text))
    typed = [word for _, _, word in found]
    understood: list[Understood] = []
    kept: list[tuple[int, int]] = []
    place = 0
    while place < len(found):
        condition = _condition(text, found, typed, place, synonyms)
        if condition is None:
            kept.append(found[place][:2])
            place += 1
            continue
        # «со стажем», «в районе»: the preposition goes with its noun.
        while kept and typed[place - 1] in STOPWORDS and kept[-1] == found[place - 1][:2] and len(typed[place - 1]) < 3:
            kept.pop()
            place -= 1
            condition = condition._replace(length=condition.length + 1)
        end = place + condition.length
        written = text[found[place][0] : found[end - 1][1]]
        understood.append(Understood(condition.facet, condition.codes, written))
        place = end
    return Conditions(_merged(understood), " ".join(text[start:end] for start, end in kept) if understood else text)


@lru_cache(maxsize=256)
def reworded(text: str, synonyms: Synonyms) -> str:
    """The text with other words where these say it better; as it is where none would be left."""
    found = list(spans(text))
    typed = [word for _, _, word in found]
    parts: list[str] = []
    place = copied = 0
    while place < len(found):
        new = next(filter(None, (read(typed, place) for read in synonyms.meanings.rewordings)), None)
        if new is None:
            place += 1
            continue
        parts += (text[copied : found[place][0]], new.meant)
        copied = found[place + new.length - 1][1]
        place += new.length
    said = " ".join("".join((*parts, text[copied:])).split())
    return said if parts and any(True for _ in spans(said)) else text


def _merged(understood: Sequence[Understood]) -> tuple[Understood, ...]:
    """One condition for each facet: two values of one facet are a choice."""
    by_facet: dict[str, Understood] = {}
    for one in understood:
        before = by_facet.get(one.facet)
        codes = tuple(dict.fromkeys((*before.codes, *one.codes))) if before else one.codes
        typed = f"{before.typed} {one.typed}" if before else one.typed
        by_facet[one.facet] = Understood(one.facet, codes, typed)
    return tuple(by_facet.values())


def _condition(
    text: str, found: Sequence[tuple[int, int, str]], typed: Sequence[str], place: int, synonyms: Synonyms
) -> Condition | None:
    for pattern in synonyms.meanings.patterns:
        if (condition := pattern(typed, place)) is not None:
            return condition
    condition = synonyms.condition_at(typed, place)
    if condition is None:
        return None
    end = place + condition.length
    if end < len(found) and len(telling(typed[place:end])) == 1:
        is_joined = text[found[end - 1][1] : found[end][0]] == "-"
        if is_joined or _belongs_to_next(typed, end, synonyms):
            return None
    return condition


def _belongs_to_next(typed: Sequence[str], end: int, synonyms: Synonyms) -> bool:
    """«Первая школа», «онлайн доска»: the word says something of the next one and no more."""
    following = typed[end]
    if following in STOPWORDS or following.isdigit():
        return False
    if analyser().parse(typed[end - 1])[0].tag.POS in _ATTRIBUTES:
        return True
    known = synonyms.at(typed, end)
    return not (known is not None and known.targets) and analyser().parse(following)[0].tag.POS in {"NOUN", "ADJF"}
