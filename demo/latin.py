"""Russian words in Latin letters, for codes, hosts and mailboxes."""

import re

from demo.words import words

_LATIN = words("a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh sch - y - e yu ya")
_LETTERS = {
    russian: latin.strip("-") for russian, latin in zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", _LATIN, strict=True)
}


def slug(text: str) -> str:
    """The text as a code: Latin letters and digits, joined by single hyphens."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")
