"""Numbers of acts in any spelling: «№Р-145», «р145», «07 01 05 503», Latin P for Cyrillic Р."""

from __future__ import annotations

import re
import unicodedata

#: Letters that look alike, from Latin to Cyrillic.
LOOKALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_SEPARATORS = re.compile(r"[^0-9a-zа-яё]+")
#: «№ Р-145», «07-01-05-503», «100-к»: what in a question may be a number.
_IN_TEXT = re.compile(
    r"(?<![a-zа-я])((?:[a-zа-я]{1,3}[\s\-–/]?)?\d[\da-zа-я]*(?:(?:[\-–/]\s?[\da-zа-я]|\s\d)[\da-zа-я]{0,3}(?![a-zа-я]))*)"
)


def normalised(number: str) -> str:
    """The letters and digits of a number, alike in every spelling; empty where there is none."""
    return _SEPARATORS.sub("", _plain(number)).translate(LOOKALIKES)


def spelled_in_latin(number: str) -> str:
    """The number as somebody types it who has not switched the keyboard: «P-145»."""
    return number.casefold().translate({cyrillic: latin for latin, cyrillic in LOOKALIKES.items()})


def numbers_in(text: str) -> list[str]:
    """What in a question may be a number of an act, normalised; the whole question comes first."""
    plain = " ".join(_plain(text).split())
    found = [plain, *_IN_TEXT.findall(plain)]
    found += [match.split()[0] for match in found if match]
    numbers = (normalised(match) for match in found)
    return list(dict.fromkeys(number for number in numbers if any(letter.isdigit() for letter in number)))


#: «187 о», «187-о», «187о»: a letter or three behind a number. Without a hyphen it may be a preposition, so that it
#: counts only where the number ends the question or a date, «от» or a comma follows.
_SUFFIXED = re.compile(
    r"(?<![\w.\-–—/])(?P<digits>\d+)(?:\s?[-–—/]\s?(?P<letters>[^\W\d_]{1,3})(?![\w\-–—/])"
    r"|\s?(?P<letter>[^\W\d_])(?=\s*(?:$|,|\d|от\b)))",
    re.IGNORECASE,
)


def with_whole_numbers(text: str) -> str:
    """The text, and behind it its numbers with letters as one word: «187-о» is found as «187о» too."""
    whole = dict.fromkeys(normalised(found.group()) for found in _SUFFIXED.finditer(text) if found["letters"])
    return f"{text}\n{' '.join(whole)}" if whole else text


def whole_numbers(text: str) -> str:
    """A question in which a number with a letter is one word, whatever stands between: a lone «о» would be dropped."""
    return _SUFFIXED.sub(lambda found: normalised(found.group()), text)


def _plain(text: str) -> str:
    """Lower case, with ё as е; the sign «№» goes first, or it would become the letters «no»."""
    return unicodedata.normalize("NFKC", text.replace("№", " ")).casefold().replace("ё", "е")
