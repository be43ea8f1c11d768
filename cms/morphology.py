"""The dictionary of Russian word forms, loaded when the first word asks for it (0.1 s, about 15 MB)."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def analyser() -> Any:
    """The dictionary itself, one per process."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def lemmas(word: str) -> set[str]:
    """Dictionary forms that this normalised word may belong to, ё as е; costs some 45 µs."""
    return {parse.normal_form.replace("ё", "е") for parse in analyser().parse(word)}


def inflected(parse: Any, word: str, grammemes: set[str]) -> str:
    """A word in another form, with the capital and the ё or е that it is written with; itself where there is none."""
    changed = parse.inflect(grammemes)
    if changed is None:
        return word
    form = str(changed.word)
    if "ё" not in word.lower():
        form = form.replace("ё", "е")
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
