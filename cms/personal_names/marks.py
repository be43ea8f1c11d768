"""What stands around a name and is not it: numbers of a list, quotation marks, stars, breaks, foreign letters."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from cms.personal_names.parts import given, is_surname, patronymic
from cms.plain_text import clean, cyrillic, has_latin, lookalikes

_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_NUMBER = re.compile(r"^(?:№\s*)?\d{1,4}(?:\s*[.)]+\s*|\s+)(?=\D)")
_AROUND = "*,;:.·•–—-_«»\"“”„‟″'’‘`´  ¹²³⁴⁵⁶⁷⁸⁹"
_APOSTROPHE = re.compile(r"(?<=[\u0400-\u04ff])['`´ʼ‘′](?=[\u0400-\u04ff])")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[‐‑‒–—−](?=[^\W\d_])")
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])\w\.$")


def tidy(text: str) -> tuple[str, list[str]]:
    """The name without what stands around it, and a remark for each thing that was taken away or mended."""
    remarks: list[str] = []
    name = _joined(text, remarks)
    bare = _NUMBER.sub("", name)
    if bare != name:
        remarks.append(_("номер перед именем убран"))
    trimmed = bare if _INITIAL_AT_END.search(bare) else bare.strip(_AROUND)
    if trimmed != bare and trimmed:
        remarks.append(_("лишние знаки вокруг имени убраны"))
    name = trimmed or bare
    return _letters(_signs(name, remarks), remarks), remarks


def _joined(text: str, remarks: list[str]) -> str:
    lines = [line for line in map(clean, _BREAK.split(text)) if line]
    if len(lines) > 1:
        remarks.append(_("переносы строк внутри имени убраны"))
    joined = ""
    for line in lines:
        joined += line if not joined or joined.endswith("-") else f" {line}"
    return joined


def _signs(name: str, remarks: list[str]) -> str:
    mended = _APOSTROPHE.sub("’", name)
    if mended != name:
        remarks.append(_("апостроф в имени записан знаком «’»"))
    hyphened = _HYPHEN.sub("-", mended)
    if hyphened != mended:
        remarks.append(_("тире в имени заменено дефисом"))
    return hyphened


def _letters(name: str, remarks: list[str]) -> str:
    mended = cyrillic(name)
    if has_latin(mended):
        mended = " ".join(_as_name(word) for word in mended.split(" "))
    if mended != name:
        remarks.append(_("латинские буквы в имени заменены русскими"))
    return mended


def _as_name(word: str) -> str:
    """«AHHA» typed all in Latin letters; only where it makes a name that the dictionary knows."""
    if not has_latin(word):
        return word
    mended = lookalikes(word)
    is_name = not has_latin(mended) and bool(given(mended) or patronymic(mended) or is_surname(mended))
    return mended if is_name else word
