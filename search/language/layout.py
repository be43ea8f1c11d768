"""The other keyboard layout: `vfntvfnbrf` was meant to be «математика»."""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_SHIFTED = dict(zip('~{}:"<>', "ЁХЪЖЭБЮ", strict=True))
_TO_RUSSIAN = str.maketrans({**dict(zip(_LATIN, _RUSSIAN, strict=True)), **_SHIFTED})
_TO_LATIN = str.maketrans(dict(zip(_RUSSIAN, _LATIN, strict=True)))
_PUNCTUATION = ",.;'\"[]{}<>:`~!?()«»"


def swapped(chunk: str) -> list[str]:
    """What a chunk without spaces reads as in the other layout, the likelier reading first; none for mixed letters."""
    text = chunk.lower()
    russian = any("а" <= char <= "я" or char == "ё" for char in text)
    latin = any("a" <= char <= "z" for char in text)
    if russian == latin:
        return []
    table = _TO_LATIN if russian else _TO_RUSSIAN
    # A comma after a word may be a comma, or the letter «б» of a word that ends in it.
    readings = [text.translate(table), text.strip(_PUNCTUATION).translate(table)]
    return list(dict.fromkeys(reading for reading in readings if reading))
