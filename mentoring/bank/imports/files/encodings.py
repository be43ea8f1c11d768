"""In which encoding a text was saved: Russian programs have used five, and none of them says which."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from django.utils.translation import gettext as _

from mentoring.bank.imports.files.errors import FileRefused

#: Encodings of one byte a letter, the likeliest first: of equals the first is taken.
_ONE_BYTE = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
_NAMES = {
    "cp866": "DOS (cp866)",
    "koi8-r": "КОИ-8",
    "mac-cyrillic": "MacCyrillic",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_SAMPLE = 100_000
#: The twelve most frequent letters make up seven tenths of any Russian text.
_FREQUENT = frozenset("оеаинтсрвлкм")
_LETTER = re.compile(r"[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"[а-яёА-ЯЁ]+")
#: A word as people write it: small letters, a capital first, or capitals all through.
_NATURAL = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+")
#: Signs that stand among Russian words; every other sign outside ASCII speaks against an encoding.
_USUAL = frozenset("«»№–—…’‘“”„•\u00a0°§±−")
#: Shares of a text that is Russian: below them no encoding has been found.
_ENOUGH = 0.55


def decode(name: str, content: bytes, notes: list[str] | None = None) -> str:
    """Return the file's text; an unusual encoding goes to the notes. Raises ``FileRefused`` where none fits."""
    encoding = encoding_of(name, content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise unknown(name, content, problem) from problem
    if encoding in _NAMES and notes is not None:
        notes.append(_("Файл прочитан в кодировке %s. Проверьте, что буквы правильные.") % _NAMES[encoding])
    return text


def encoding_of(name: str, content: bytes) -> str:
    """The encoding of a text that may be Russian; raises ``FileRefused``."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    wide = wide_encoding(content)
    if wide:
        return wide
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if _is_broken_utf8(content):
            reason = _("повреждён знак в кодировке UTF-8. Сохраните таблицу заново как CSV UTF-8 или .xlsx.")
            raise FileRefused(name, reason, content.count(b"\n", 0, problem.start) + 1) from problem
        return _one_byte(name, content, problem)
    return "utf-8-sig"


def wide_encoding(content: bytes) -> str:
    """UTF-16 that does not say so: nearly every second byte is one of the two that lead Latin and Russian letters."""
    sample = content[:4096]
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        leading = Counter(sample[first : 2 * pairs : 2])
        if leading[0] + leading[4] + leading[0x20] + leading[0x21] > 0.95 * pairs and leading[0] < pairs:
            return encoding
    return ""


def _one_byte(name: str, content: bytes, problem: UnicodeDecodeError) -> str:
    sample = content[:_SAMPLE]
    fitting = [(_likeness(sample, encoding), encoding) for encoding in _ONE_BYTE]
    best, encoding = max(fitting, key=lambda found: found[0])
    if best < _ENOUGH:
        raise unknown(name, content, problem)
    return encoding


def _likeness(sample: bytes, encoding: str) -> float:
    """The share of a text that looks Russian, when it is read in this encoding: from below 0 to about 1.7."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1
    foreign = [sign for sign in text if ord(sign) > 127]
    letters = [sign for sign in foreign if _LETTER.match(sign)]
    strange = sum(sign not in _USUAL for sign in foreign) - len(letters)
    words = _WORD.findall(text)
    natural = sum(len(word) for word in words if _NATURAL.fullmatch(word))
    frequent = sum(letter.lower() in _FREQUENT for letter in letters)
    whole = max(len(foreign), 1)
    return (natural + frequent - 2 * strange) / whole - (0.5 if not letters else 0)


def _is_broken_utf8(content: bytes) -> bool:
    """Whether nearly all letters are valid UTF-8: then the file is a damaged UTF-8 one and not cp1251."""
    sample = content[:200_000].decode("utf-8", errors="replace")
    damaged = sample.count("\ufffd")
    letters = sum("а" <= letter.lower() <= "я" for letter in sample)
    return letters > 20 * damaged


def unknown(name: str, content: bytes, problem: UnicodeDecodeError) -> FileRefused:
    """The refusal of a text in no known encoding."""
    return FileRefused(
        name,
        _("кодировка не распознана. Сохраните таблицу как CSV UTF-8 или .xlsx и загрузите снова."),
        content.count(b"\n", 0, problem.start) + 1,
    )
