"""Capital letters of a name, and the small words that belong to one of its parts."""

from __future__ import annotations

import re

from cms.personal_names.parts import DAUGHTERS, FATHERS, SONS, given, is_common_word, patronymic

_PARTICLE_WORDS = "фон ван вон дер ден де ди да дель делла ла ле дю тер эль аль сан цу бей мак"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())


def cased(word: str) -> str:
    """«ИВАНОВА-ПЕТРОВА» and «ИВанова» are slips of a key; any other mixture is the person's own way («МакГрегор»)."""
    lower = word.lower()
    if lower in SONS | DAUGHTERS | FATHERS:
        return lower
    if lower in _PARTICLES and (word.islower() or (word.isupper() and len(word) > 1)):
        return lower
    is_slip = re.fullmatch(r"[А-ЯЁ]{2}[а-яё]{2,}|[а-яё][А-ЯЁ]+", word)
    if word.isupper() or word.islower() or is_slip:
        return "-".join(_capital(piece) for piece in lower.split("-"))
    return word


def has_small_words(words: list[str]) -> bool:
    """«Иванова Анна отличница»: an ordinary word in small letters among names in capital ones."""
    small = [word for word in words if word.islower() and word not in _PARTICLES | SONS | DAUGHTERS | FATHERS]
    return len(small) < len(words) and any(map(is_common_word, small))


def _capital(piece: str) -> str:
    """«о’нил» → «О’Нил»."""
    return "’".join(part.capitalize() for part in piece.split("’"))


def joined(words: list[str]) -> list[str]:
    """Put «фон Шлиппе», «Али кызы» and «ибн Юсуф» together: each is one part of the name."""
    parts: list[str] = []
    is_open = False
    for index, word in enumerate(words):
        lower, rest = word.lower(), words[index + 1 :]
        if lower in SONS | DAUGHTERS and parts and not is_open:
            parts[-1] = f"{parts[-1]} {word}"
            continue
        if is_open:
            parts[-1] = f"{parts[-1]} {word}"
        else:
            parts.append(word)
        is_open = bool(rest) and (lower in FATHERS or (lower in _PARTICLES and _leads(word, rest)))
    return [part.capitalize() if part in _PARTICLES else part for part in parts]


def _leads(word: str, rest: list[str]) -> bool:
    """Whether a particle belongs to what follows; «Ван Анна Ивановна» has a surname, no particle."""
    is_followed_by_a_name = bool(given(rest[0])) and (len(rest) == 1 or bool(patronymic(rest[1])))
    if word.islower():
        return not is_followed_by_a_name
    return not given(rest[0]) and len(rest) > 1 and not patronymic(rest[1])
