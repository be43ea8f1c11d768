"""Finds one person's name in Russian text: in every case, before or after the given name, with initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cms.morphology import analyser
from cms.personal_names.parts import given, patronymic

#: Endings that a Russian surname takes after its stem, the longer first.
_ENDINGS = "ыми|ими|ого|его|ому|ему|ою|ею|ой|ей|ым|им|ом|ем|ых|их|ая|яя|ую|юю|ий|ый|ей|а|я|у|ю|ы|и|е|ь|й"
_LOOSE = re.compile("[аеёиоуыэюяйь]+$")
#: Stems that lose their vowel.
_FLEETING = re.compile("[бвгджзклмнпрстфхцчшщ][ео][лцкн]$")
#: What stands between the words of one name: blanks of any kind, also as HTML and inside of it, a hyphen never.
_GAP = r"(?:\s|&nbsp;|&#160;|\\u00a0|\u200b|</?(?:b|i|strong|em|span)\b[^>]*>)*"
#: Parts of speech that begin a sentence before a surname oftener than they are somebody's name.
_NO_NAMES = frozenset({"VERB", "INFN", "PREP", "CONJ", "ADVB", "NPRO", "PRCL", "INTJ", "PRED"})
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_NEIGHBOUR_BEFORE = re.compile(r"(?:([А-ЯЁ])\.\s*(?:[А-ЯЁ]\.\s*)?|([А-ЯЁ][а-яё]{2,})\s+)$")
_NEIGHBOUR_AFTER = re.compile(r"^\s+(?:([А-ЯЁ])\.|([А-ЯЁ][а-яё]{2,}))")


class Name(NamedTuple):
    """The parts of a full name; what is not known is empty."""

    last: str
    first: str = ""
    patronymic: str = ""

    @classmethod
    def of(cls, full_name: str) -> Name:
        """«Лосева Вера Аркадьевна», the surname first, as the bank writes names."""
        words = full_name.split()
        return cls(*words[:3]) if words else cls("")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: where it stands, and whether more than the surname says whose it is."""

    start: int
    end: int
    words: str
    is_sure: bool


class NamePattern:
    """The name of one person in texts."""

    def __init__(self, name: Name) -> None:
        self.name = name
        self._pattern = _compiled(name)

    def find(self, text: str) -> Iterator[Found]:
        """Every place where the name stands; a surname beside somebody else's given name or initials is not it."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            sure = any(match.groupdict().values())
            if sure or not self._is_anothers(text, match):
                yield Found(match.start(), match.end(), match.group(), sure)

    def _is_anothers(self, text: str, match: re.Match[str]) -> bool:
        before = _NEIGHBOUR_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
        after = _NEIGHBOUR_AFTER.search(text[match.end() : match.end() + 40])
        return any(
            bool(letter) or _is_given(word) for found in (before, after) if found for letter, word in [found.groups("")]
        )


@lru_cache(maxsize=4_000)
def pattern_of(name: Name) -> NamePattern:
    """The pattern of a name, made once."""
    return NamePattern(name)


def _compiled(name: Name) -> re.Pattern[str] | None:
    """The groups ``run``, ``after`` and ``pair`` hold what says, beside the surname or without it, whose it is."""
    if len(name.last) < 2:
        return None
    surname = rf"\b(?:{_forms(name.last, 'Surn')})\b"
    said = [(word, kind) for word, kind in ((name.first, "Name"), (name.patronymic, "Patr")) if word]
    if not said:
        return re.compile(surname)
    beside = _beside(said)
    ways = [rf"(?P<run>{beside}{_GAP})?{surname}(?P<after>{_GAP}{beside})?"]
    if len(name.first) > 2:
        first, initial = rf"\b(?:{_forms(name.first, 'Name')})\b", rf"{_GAP}\b{_letter(name.last)}\."
        if len(said) > 1:
            middle = rf"\b(?:{_forms(name.patronymic, 'Patr')})\b"
            ways.append(rf"(?P<pair>{first}{_GAP}{middle}(?:{initial})?)")
        ways.append(rf"{first}{initial}(?!\s*[А-ЯЁ]\.)")
    return re.compile("|".join(ways))


def _beside(said: list[tuple[str, str]]) -> str:
    """The given name and the patronymic, or their initials, as they stand beside a surname."""
    parts = [rf"(?:\b(?:{_forms(word, kind)})\b|\b{_letter(word)}\.)" for word, kind in said]
    if len(parts) == 1:
        return f"(?:{parts[0]})"
    # Without a dot initials are capitals that stand together: «Лосева ВА».
    bare = "".join(_letter(word) for word, _kind in said)
    return rf"(?:{parts[0]}(?:{_GAP}{parts[1]})?|\b{bare}\b)"


def _letter(word: str) -> str:
    return "[ЕЁ]" if word[0] in "ЕЁеё" else re.escape(word[0].upper())


def _forms(word: str, kind: str) -> str:
    """An alternation of the word's forms: by the dictionary, and by endings after the stem; capitals matter."""
    forms = {_yo(form) for form in _declined(word, kind)}
    stem = _LOOSE.sub("", word)
    if _FLEETING.search(stem):  # «Журавель», «Горобец»: «Журавля», «Горобцу»
        forms |= {f"{_yo(stem[:-2] + stem[-1])}(?:{_endings_of(kind)})"}
    endings = _endings_of(kind)
    if len(stem) > 2:
        by_stem = rf"{_yo(stem)}(?:{endings})?"
        # «ЛОСЕВОЙ» in a heading
        shouted = rf"{_yo(stem.upper())}(?:{endings.upper() if kind == 'Surn' else '[А-ЯЁ]{0,3}'})?"
        return "|".join([*sorted(forms, key=len, reverse=True), by_stem, shouted])
    forms |= {_yo(word), _yo(word.upper())}
    return "|".join(sorted(forms, key=len, reverse=True))


def _endings_of(kind: str) -> str:
    """What follows the stem of a part of a name."""
    return _ENDINGS if kind == "Surn" else r"\w{0,3}"


def _yo(form: str) -> str:
    """The form as a pattern in which ё and е are one letter."""
    return re.sub("[её]", "[её]", re.sub("[ЕЁ]", "[ЕЁ]", re.escape(form)))


def _declined(word: str, kind: str) -> Iterator[str]:
    """The word in every case, written as names are; only as itself where the dictionary knows no such name."""
    yield word
    yield word.upper()
    for parse in analyser().parse(word.lower()):
        # «Журавель», «Заяц»: surnames that the dictionary knows as other words lose a vowel as these do.
        named = kind in parse.tag or (kind == "Surn" and "NOUN" in parse.tag)
        if named and "nomn" in parse.tag and "sing" in parse.tag:
            for case in _CASES:
                inflected = parse.inflect({case})
                if inflected is not None:
                    yield inflected.word.title() if "-" in word else inflected.word.capitalize()
                    yield inflected.word.upper()


@lru_cache(maxsize=8_000)
def _is_given(word: str) -> bool:
    """Whether a word in any case is a given name or a patronymic."""
    if not word:
        return False
    tags = [parse.tag for parse in analyser().parse(word)]
    if any(tag.POS in _NO_NAMES for tag in tags):  # «Вели Лосева и другие»
        return False
    if given(word) or patronymic(word):
        return True
    return any(("Name" in tag or "Patr" in tag) and "plur" not in tag for tag in tags)
