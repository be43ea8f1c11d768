"""What is left of a word when letters that sound alike are one: most misspelled words have the same skeleton."""

import re
from zlib import crc32

LENGTH = 8  # letters of a skeleton that are compared: endings are left to the exact comparison

_LETTERS = str.maketrans("оеяыэйюбвгджзщ", "аиииииупфктшсш", "ьъ")
_GROUPS = re.compile("тс|дс|тц|дц")
_RUNS = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """The beginning of a word as it sounds."""
    single = _RUNS.sub(r"\1", word).replace("сч", "щ").replace("зч", "щ")
    return _GROUPS.sub("ц", single).translate(_LETTERS)[:LENGTH]


def mark(skeleton: str) -> int:
    """A number for a skeleton, the same in every process."""
    return crc32(skeleton.encode())


def marks(skeleton: str) -> list[int]:
    """Numbers for the skeleton and for what is left without any one letter; near words share one of them."""
    shorter = {skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton))}
    return [mark(one) for one in (skeleton, *sorted(shorter - {skeleton}))]
