"""Municipalities as people write them: with or without «район», in any case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from mentoring.bank.imports.values.words import plain, stem

_KINDS = (
    ("district", re.compile(r"\bр-?н\b|\bрайон\w*|\bмр\b")),
    ("okrug", re.compile(r"\bокруг\w*|\bг\.?\s*о\b\.?|\bго\b|\bмо\b|\bг\b|\bгород\w*")),
)
_FILLER_WORDS = """муниципальный муниципального муниципальное образование район района р н мр городской городского округ
округа го г о город города мо области края республики"""
_FILLERS = frozenset(_FILLER_WORDS.split())
#: Percent of likeness from which two names are one with a slip of the pen.
_LIKE = 90


def _parts(text: str) -> tuple[str, frozenset[str]]:
    written = plain(text)
    kinds = frozenset(kind for kind, pattern in _KINDS if pattern.search(written))
    name = " ".join(stem(word) for word in re.findall(r"[a-zа-я0-9]+", written) if word not in _FILLERS)
    return name, kinds


class MunicipalityIndex:
    """The municipalities of the region, found by any spelling of their names."""

    def __init__(self, municipalities: Iterable[tuple[int, Iterable[str]]]) -> None:
        """Take ids with the names of each."""
        self._names: list[tuple[int, str, frozenset[str]]] = []
        for identity, names in municipalities:
            parts = [_parts(name) for name in names if name]
            kinds = frozenset().union(*(kinds for _name, kinds in parts))  # a short name is of its full name's kind
            self._names += [(identity, name, kinds) for name, _kinds in parts]

    def find(self, text: str) -> int | None:
        """The municipality that the text names; None when there is none or the text fits two of them equally."""
        wanted, kinds = _parts(text)
        if not wanted:
            return None
        scores: dict[int, float] = {}
        for identity, name, known_kinds in self._names:
            like = fuzz.ratio(wanted, name)
            if like >= _LIKE:
                agrees = not kinds or not known_kinds or bool(kinds & known_kinds)
                scores[identity] = max(scores.get(identity, 0), like + (5 if agrees else -20))
        best = max(scores.values(), default=0)
        found = [identity for identity, score in scores.items() if score == best]
        return found[0] if len(found) == 1 and best >= _LIKE - 20 else None
