"""Russian noun phrases of the reference tables in another case: «Русский язык» → «русскому языку».

The titles are edited by people, so the grammar is strict: what it does not surely understand it leaves alone, and the
caller falls back to words that need no case.
"""

import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import Any

from cms.wording import within
from search.language.morphology import analyser

DATIVE = "datv"
ACCUSATIVE = "accs"

_PARTS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|\s+|\S+")
_JOINS = {"и", "или", "/"}
_ATTRIBUTES = {"ADJF", "PRTF"}
_OBLIQUE = {"gent", "datv", "ablt", "loct", "gen2", "loc2"}


class _Unclear(Exception):
    """The phrase is not one that this grammar knows."""


@lru_cache(maxsize=2048)
def decline(phrase: str, case: str) -> str:
    """The phrase in this case beginning in lower case, or an empty string where its grammar is not certain."""
    try:
        return "".join(_Phrase(phrase, case).declined())
    except _Unclear:
        return ""


class _Phrase:
    """One walk through a phrase: attributes, head, then a tail that stays as it is."""

    def __init__(self, phrase: str, case: str) -> None:
        self.parts: list[str] = _PARTS.findall(within(phrase.strip()))
        self.case = case
        self.at = 0

    def declined(self) -> Iterator[str]:
        if not self.parts:
            raise _Unclear
        head = yield from self._core()
        has_tail = False
        while self.at < len(self.parts):
            part = self.parts[self.at]
            if part.isspace():
                yield self._take()
            elif part in _JOINS and not has_tail:
                yield from self._joined()
            elif part == "(":
                yield self._take()
                yield from self._core()
            elif part == ",":
                yield from self._participle(head)
                return
            elif part == ")" or part in _JOINS:
                yield self._take()
            else:
                yield from self._tail()
                has_tail = True

    def _take(self) -> str:
        self.at += 1
        return self.parts[self.at - 1]

    def _core(self) -> Generator[str, None, Any]:
        """Attributes and their noun; returns the parse of the noun."""
        end, head = self._find_head()
        while self.at < end:
            part = self._take()
            yield part if part.isspace() or part == "/" else self._agree(part, head)
        yield _written(self._inflected(head, {self.case}), self._take())
        return head

    def _find_head(self) -> tuple[int, Any]:
        for place in range(self.at, len(self.parts)):
            part = self.parts[place]
            if part.isspace() or part == "/":
                continue
            noun = _nominative(part, {"NOUN"})
            attribute = _nominative(part, _ATTRIBUTES)
            if noun is not None and (attribute is None or noun.score >= attribute.score):
                return place, noun
            if attribute is None:
                break
            if not any(_nominative(later, {"NOUN"}) for later in self.parts[place + 1 :] if later[0].isalpha()):
                return place, attribute  # «Обучающийся»: an attribute that stands for a person
        raise _Unclear

    def _agree(self, word: str, head: Any) -> str:
        for parse in _nominatives(word, _ATTRIBUTES):
            if parse.tag.number != head.tag.number or (
                head.tag.number == "sing" and parse.tag.gender != head.tag.gender
            ):
                continue
            wish = {self.case, head.tag.number}
            if head.tag.number == "sing":
                wish.add(head.tag.gender)
            if self.case == ACCUSATIVE and (head.tag.gender == "masc" or head.tag.number == "plur"):
                wish.add(head.tag.animacy or "inan")
            return _written(self._inflected(parse, wish), word)
        raise _Unclear

    def _inflected(self, parse: Any, wish: set[str]) -> str:
        if self.case == ACCUSATIVE and parse.tag.POS in _ATTRIBUTES and "masc" in parse.tag:
            wish = wish if wish & {"anim", "inan"} else wish | {"anim"}
        found = parse.inflect(wish)
        if found is None:
            raise _Unclear
        return str(found.word)

    def _joined(self) -> Iterator[str]:
        yield self._take()
        while self.at < len(self.parts) and self.parts[self.at].isspace():
            yield self._take()
        yield from self._core()

    def _participle(self, head: Any) -> Iterator[str]:
        """«, не владеющий современными технологиями»: the participle agrees, what hangs on it stays."""
        yield self._take()
        while self.at < len(self.parts) and (self.parts[self.at].isspace() or self.parts[self.at] == "не"):
            yield self._take()
        if self.at >= len(self.parts):
            raise _Unclear
        yield self._agree(self._take(), head)
        yield from self.parts[self.at :]

    def _tail(self) -> Iterator[str]:
        """A word that hangs on the head: it keeps its form; a preposition takes everything after it along."""
        parses = analyser().parse(self.parts[self.at])
        if any(parse.tag.POS == "PREP" for parse in parses):
            yield from self.parts[self.at :]
            self.at = len(self.parts)
            return
        if not any(parse.tag.case in _OBLIQUE for parse in parses):
            raise _Unclear
        yield self._take()


def _nominatives(word: str, kinds: set[str]) -> list[Any]:
    if not word[0].isalpha():
        return []
    return [parse for parse in analyser().parse(word) if parse.tag.POS in kinds and parse.tag.case == "nomn"]


def _nominative(word: str, kinds: set[str]) -> Any:
    return next(iter(_nominatives(word, kinds)), None)


def _written(word: str, like: str) -> str:
    """The word with the capital of its model, and its ё."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
