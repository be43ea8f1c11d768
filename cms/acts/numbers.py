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


def _plain(text: str) -> str:
    """Lower case, with ё as е; the sign «№» goes first, or it would become the letters «no»."""
    return unicodedata.normalize("NFKC", text.replace("№", " ")).casefold().replace("ё", "е")
